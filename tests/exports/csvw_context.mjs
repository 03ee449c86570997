// The words of CSV on the Web that our descriptions use, so that no test asks the network for them.
const term = (id, type, container) => ({ '@id': id, ...(type && { '@type': type }), ...(container && { '@container': container }) })

export const csvw = {
  '@context': {
    csvw: 'http://www.w3.org/ns/csvw#', dc: 'http://purl.org/dc/terms/', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
    schema: 'http://schema.org/', xsd: 'http://www.w3.org/2001/XMLSchema#',
    url: term('csvw:url', 'xsd:anyURI'), tableSchema: term('csvw:tableSchema', '@id'), columns: term('csvw:column', '@id', '@list'),
    name: term('csvw:name', 'xsd:token'), titles: term('csvw:title', null, '@language'), datatype: term('csvw:datatype', '@vocab'),
    base: term('csvw:base', 'xsd:token'), format: term('csvw:format', 'xsd:string'), separator: term('csvw:separator', 'xsd:string'),
    propertyUrl: term('csvw:propertyUrl', 'xsd:string'), aboutUrl: term('csvw:aboutUrl', 'xsd:string'),
    primaryKey: term('csvw:primaryKey', 'xsd:token'), decimal: 'xsd:decimal', string: 'xsd:string', anyURI: 'xsd:anyURI'
  }
}
