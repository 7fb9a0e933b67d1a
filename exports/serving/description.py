"""The SPARQL 1.1 Service Description of the endpoint."""

DESCRIPTION = """
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#>
PREFIX format: <http://www.w3.org/ns/formats/>
CONSTRUCT {
  $service a sd:Service ;
    sd:endpoint $service ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat format:SPARQL_Results_JSON , format:SPARQL_Results_XML ,
      format:SPARQL_Results_CSV , format:SPARQL_Results_TSV ,
      format:Turtle , format:N-Triples , format:JSON-LD , format:RDF_XML ;
    sd:defaultDataset $dataset .
  $dataset a sd:Dataset ; sd:defaultGraph $default .
  $default a sd:Graph .
} WHERE {}
"""


def service_description(url: str, kind: str) -> bytes:
    """Describe the endpoint at an address as `turtle`, `ntriples`, `jsonld` or `rdfxml`."""
    from ...graph.store import open_store
    from ...graph.table import Value

    terms = {
        "service": Value.iri(url),
        "dataset": Value.iri(f"{url}#dataset"),
        "default": Value.iri(f"{url}#default"),
    }
    with open_store() as empty:
        return empty.construct(DESCRIPTION, kind, terms)
