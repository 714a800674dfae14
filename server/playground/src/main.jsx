// The page: GraphiQL over this server's /graphql, with sample queries in tabs.
// ?query=…&variables=… opens with that query in front.
import { GraphiQL } from 'graphiql';
import { Kind, parse } from 'graphql';
import { createRoot } from 'react-dom/client';
import 'graphiql/style.css';
import './playground.css';
import { samples } from './samples.js';

// Monaco's workers, built beside this file.
globalThis.MonacoEnvironment = {
  getWorker(_id, label) {
    const name = label === 'json' || label === 'graphql' ? label : 'editor';
    return new Worker(`/playground/${name}.worker.js`, { name: label });
  },
};

// The editor learns which operation stands in it a moment after a tab is
// changed, and until then names the one before. Where there is only one, its
// name is not needed.
function unnamed(params) {
  try {
    const operations = parse(params.query).definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
    return operations.length === 1 ? { ...params, operationName: undefined } : params;
  } catch {
    return params; // the server says what is wrong with it
  }
}

async function fetcher(params, options = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      ...options.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify(unnamed(params)),
  });
  return response.json();
}

// An agreement for the samples to begin with: one that came from a visit, if
// the store knows any.
async function someAgreement() {
  try {
    const answer = await fetcher({
      query: '{ agreements(first: 1, orderBy: [{visitsCount: DESC}, {id: ASC}]) { nodes { id } } }',
    });
    return answer.data.agreements.nodes[0]?.id ?? '';
  } catch {
    return ''; // the page says what is wrong when a query is run
  }
}

const address = new URLSearchParams(location.search);
const asked = address.get('query');
const ours = samples(await someAgreement());
const tabs = asked ? [{ query: asked, variables: address.get('variables') ?? '' }, ...ours] : ours;

createRoot(document.getElementById('playground')).render(
  <GraphiQL
    fetcher={fetcher}
    defaultTabs={tabs}
    initialQuery={asked ?? undefined}
    initialVariables={asked ? (address.get('variables') ?? '') : undefined}
    defaultEditorToolsVisibility="variables"
    isHeadersEditorEnabled={false}
    shouldPersistHeaders={false}
    inputValueDeprecation={false}
  >
    <GraphiQL.Logo>
      <a href="/">Entente</a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
