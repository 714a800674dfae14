// The queries that the page opens with, one a tab. Each runs on any store: ids
// are those of states, which are the same everywhere, and of an agreement that
// is there.
export const samples = (agreement) => [
  {
    query: `# Agreements of two years with a state, the latest first.
query Agreements {
  agreements(
    where: {
      signedOn: {gte: "2022", lte: "2023"}
      parties: {some: {id: {eq: "az"}}}
    }
    orderBy: [{signedOn: DESC}, {id: ASC}]
    first: 20
  ) {
    totalCount
    nodes {
      id
      title
      signedOn
      parties { nodes { id name } }
    }
  }
}
`,
    variables: '',
  },
  {
    query: `# Which visit an agreement came from, who made it, and the sentence that says so.
# Other ids are in the first tab's answer.
query Agreement($id: ID!) {
  agreement(id: $id) {
    title
    signedOn
    visits {
      edges {
        confidence
        evidence {
          text
          document { title }
          citations { nodes { outlet publishedOn } }
        }
        node {
          name
          startDate
          leaders { nodes { name offices { nodes { ... on State { name } } } } }
        }
      }
    }
  }
}
`,
    variables: JSON.stringify({ id: agreement }, null, 2),
  },
  {
    query: `# The whole chain in one question: agreement, visit, leaders, sentences, sources.
query Trace($id: ID!) {
  trace(id: $id) {
    agreement { id title signedOn }
    visit { id name startDate place }
    leaders { id name }
    agreements { id title }
    evidence {
      passage { text start end }
      document { title publisher publishedOn }
      citations { outlet publishedOn }
      spans
    }
  }
}
`,
    variables: JSON.stringify({ id: agreement }, null, 2),
  },
  {
    query: `# What lies within two steps of a state.
query Subgraph {
  subgraph(centers: ["kg"], hops: 2, limit: 100) {
    cut
    nodes { id label name }
    edges { type source target confidence }
  }
}
`,
    variables: '',
  },
  {
    query: `# Visits, agreements and statements of a state in order of time.
query Timeline {
  timeline(of: ["kg"], from: "2022", to: "2024", first: 50) {
    totalCount
    edges { date node { id label name } }
  }
}
`,
    variables: '',
  },
  {
    query: `# Words, whatever their case and accents, anywhere in names, titles and texts.
query Search {
  search(text: "strategic partnership", first: 10) {
    totalCount
    edges { score snippet node { id label name } }
  }
}
`,
    variables: '',
  },
];
