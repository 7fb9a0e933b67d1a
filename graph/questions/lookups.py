"""The queries that find the things of a store by the names that people give them."""

UNITS = """
SELECT DISTINCT ?node ?of WHERE {{
  {{ ?node skos:prefLabel $name }} UNION {{ ?node skos:altLabel $name }}
  ?node a ?kind .
  FILTER(?kind IN (duty:Unit, duty:UnitGroup, duty:Post))
  {further}
}}
ORDER BY ?of ?node
"""
ANY_SCOPE = """
  OPTIONAL {
    ?node duty:nameScope ?scope .
    { ?scope skos:prefLabel ?of } UNION { ?scope dcterms:title ?of }
  }
"""
OF_SCOPE = """
  { ?scope skos:prefLabel $issuer } UNION { ?scope dcterms:title $title }
  ?node duty:nameScope ?scope .
"""
IN_PLAN = "?participation duty:participant ?node ; duty:inPlan $plan ."
UNIT_NAMES = """
SELECT DISTINCT ?name WHERE {
  VALUES ?kind { duty:Unit duty:UnitGroup duty:Post }
  ?node a ?kind ; skos:prefLabel ?name .
}
ORDER BY ?name
"""
ISSUERS = "SELECT DISTINCT ?name WHERE { ?plan duty:issuerName ?name } ORDER BY ?name"
PLAN = "SELECT ?node WHERE { ?node dcterms:title $title ; a duty:Plan } ORDER BY ?node"
PLANS = """
SELECT ?node ?title ?issuer ?year WHERE {
  ?node a duty:Plan ; dcterms:title ?title .
  OPTIONAL { ?node duty:planYear ?year }
  OPTIONAL { ?node duty:issuerName ?issuer }
}
ORDER BY ?title ?issuer ?node
"""
REQUIREMENTS = """
SELECT DISTINCT ?node ?title ?text WHERE {
  { ?node duty:inPlan $plan ; duty:printedNumber $name ; a duty:Requirement }
  UNION { ?node duty:inPlan $plan ; duty:localId $name ; a duty:Requirement }
  ?node duty:verbatimText ?text .
  $plan dcterms:title ?title .
}
ORDER BY ?title ?node
"""
REGULATIONS = """
SELECT DISTINCT ?node ?title ?number WHERE {
  ?node a duty:Regulation .
  OPTIONAL { ?node dcterms:title ?title }
  OPTIONAL { ?node duty:docNumber ?number }
}
ORDER BY ?title ?number ?node
"""
REGULATION = """
SELECT DISTINCT ?node WHERE {
  { ?node dcterms:title $title } UNION { ?node duty:docNumber $number }
}
"""
SECTIONS = """
SELECT ?node ?number ?text ?title WHERE {
  ?node a duty:Section ; duty:inPlan $plan ; duty:verbatimText ?text .
  $plan dcterms:title ?title .
  OPTIONAL { ?node duty:printedNumber ?number }
}
ORDER BY ?title ?node
"""
