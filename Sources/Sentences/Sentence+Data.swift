/// What is said of data sets, and of what a file of data holds.
extension Sentence {
    package static let datasetsMissing = Sentence(
        "data.none",
        """
        no data sets are shipped with this version; they are looked for in{places}
        'innerloop data FILE' shows what a file of yours holds
        """)
    package static let datasetUnknown = Sentence(
        "data.unknown", "there is no data set '{name}', and no such file; 'innerloop data' lists the data sets")
    package static let datasetUnknownNear = Sentence(
        "data.unknown-near", "there is no data set '{name}', and no such file; did you mean '{near}'?")
    package static let dataOfUnknownKind = Sentence(
        "data.unknown-kind", "{file}: its name does not tell what kind of data it holds; known here: {kinds}")

    package static let dataHolds = Sentence("data.holds", "{file}: {kind}")
    package static let dataNumber = Sentence("data.number", "a number, {type}")
    package static let dataTexts = Sentence("data.texts", "[{count}], text")
    package static let dataCharacters = Sentence("data.characters", "{count} {count|character|characters}")
    package static let dataList = Sentence("data.list", "a list of {count} {count|item|items}")
    package static let dataFields = Sentence("data.fields", "{count} {count|field|fields}")
    package static let dataTable = Sentence(
        "data.table", "{fields} {fields|field|fields} of {rows} {rows|row|rows}")

    package static let moreFields = Sentence("data.more-fields", "{count} more fields")
    package static let moreRows = Sentence("data.more-rows", "{count} more rows")
    package static let moreLines = Sentence("data.more-lines", "{count} more lines")
    package static let moreTexts = Sentence("data.more-texts", "{count} more texts")
    package static let moreItems = Sentence("data.more-items", "{count} more items")
}
