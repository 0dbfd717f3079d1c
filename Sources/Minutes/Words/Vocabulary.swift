/// The words of the field, as data: the built-in file and what a council adds to it.
package struct Vocabulary: Sendable {
    var roles: PhraseTable<Partner>
    var weakRoles: PhraseTable<Partner>
    var agencies: PhraseTable<Partner>
    var ranks: PhraseTable<Partner>
    /// Short forms that mean an office only where an office is expected: behind a name, in a column of roles.
    var abbreviations: PhraseTable<Partner>
    var headings = PhraseTable<Section>(.heading)
    var columns = PhraseTable<ColumnKind>(.column)
    var responses = PhraseTable<Evidence>(.response)
    var clauses = PhraseTable<ClauseVerb>(.clause)

    /// The built-in words alone.
    static let builtIn = Vocabulary(VocabularyFile.builtIn)

    /// The built-in vocabulary with a council's own words on top, which win.
    package init(adding local: VocabularyExtension = VocabularyExtension()) {
        self = .builtIn
        for (phrase, partner) in local.roles { roles.add(phrase, partner) }
        for (phrase, partner) in local.agencies { agencies.add(phrase, partner) }
        for (phrase, evidence) in local.codes { responses.add(phrase, evidence) }
        for (phrase, name) in local.headings {
            if let section = Section(rawValue: name) { headings.add(phrase, section) }
        }
    }

    private init(_ file: VocabularyFile) {
        roles = file.table(.role)
        weakRoles = file.table(.weakRole)
        agencies = file.table(.agency)
        ranks = file.table(.rank)
        abbreviations = file.table(.abbreviation)
    }
}
