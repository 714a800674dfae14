// The page: GraphiQL over this server's /graphql, with sample queries in tabs.
// ?query=…&variables=… opens with that query in front.
import { GraphiQL } from 'graphiql';
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

async function fetcher(params, options = {}) {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: {
      ...options.headers,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json;q=0.9',
    },
    body: JSON.stringify(params),
  });
  return response.json();
}

const address = new URLSearchParams(location.search);
const asked = address.get('query');
const tabs = asked ? [{ query: asked, variables: address.get('variables') ?? '' }, ...samples] : samples;

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
