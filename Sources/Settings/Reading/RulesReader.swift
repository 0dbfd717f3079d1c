import Minutes

/// Reads `rules.yaml`: what the council requires of its meetings, and the words that it uses.
struct RulesReader {
    /// The partners of the directory; `nil` if it could not be read.
    let partners: Set<Partner>?

    func read(_ root: YAMLCursor) -> Rules? {
        guard let section = root.section("required, exceptions, holds, deadlines and vocabulary") else {
            return nil
        }
        var required = Rules.shippedRequirements
        section.read("required", into: &required) { self.required($0) }
        var exceptions: [Rules.Requirement] = []
        section.read("exceptions", into: &exceptions) { cursor in
            cursor.items("exceptions such as {partner: education, evidence: none, kinds: [allegation]}")?
                .compactMap { exception($0) }
        }
        var rules = Rules()
        section.read("holds", into: &rules.holds) { holds($0) }
        section.read("deadlines", into: &rules.deadlines) { cursor in
            cursor.items("deadlines such as {within: 24 hours}")?.compactMap { deadline($0) }
        }
        section.read("vocabulary", into: &rules.vocabulary) { vocabulary($0) }
        section.finish()
        // The first requirement that fits counts, so that the exceptions must stand before the rule.
        rules.requirements = exceptions + required
        return rules
    }

    private func required(_ cursor: YAMLCursor) -> [Rules.Requirement]? {
        guard let section = cursor.section("partners and the evidence they need") else { return nil }
        let requirements = section.allEntries().compactMap { entry -> Rules.Requirement? in
            let partner = partner(entry.key)
            let evidence = entry.value.choice(Evidence.self)
            guard let partner, let evidence else { return nil }
            return Rules.Requirement(partner: partner, evidence: evidence)
        }
        for shipped in Rules.shippedRequirements {
            let given = requirements.first { $0.partner == shipped.partner }?.evidence ?? Evidence.none
            guard given < shipped.evidence else { continue }
            cursor.warn(
                "\(shipped.partner) needs less than '\(shipped.evidence.rawValue)' here: "
                    + "nobody will be told when it was not consulted"
            )
        }
        return requirements
    }

    private func exception(_ cursor: YAMLCursor) -> Rules.Requirement? {
        guard let section = cursor.section("partner, evidence, kinds and urgencies") else { return nil }
        let partner = section.required("partner", "a partner").flatMap { self.partner($0) }
        let evidence = section.required("evidence", "the evidence that is enough")?.choice(Evidence.self)
        let (kinds, urgencies) = meetings(section)
        section.finish()
        if section.ifGiven("kinds") == nil, section.ifGiven("urgencies") == nil {
            cursor.refuse(
                "the exception is for every meeting",
                expected: "kinds or urgencies",
                remedy: "add one, or change `required`"
            )
        }
        guard let partner, let evidence else { return nil }
        return Rules.Requirement(partner: partner, evidence: evidence, kinds: kinds, urgencies: urgencies)
    }

    private func meetings(_ section: YAMLSection) -> ([Meeting.Kind]?, [Meeting.Urgency]?) {
        (choices(section, "kinds", Meeting.Kind.self), choices(section, "urgencies", Meeting.Urgency.self))
    }

    private func choices<Value: RawRepresentable & CaseIterable>(
        _ section: YAMLSection,
        _ key: String,
        _ type: Value.Type
    ) -> [Value]? where Value.RawValue == String {
        guard let cursor = section.ifGiven(key) else { return nil }
        guard let items = cursor.items(key) else { return nil }
        if items.isEmpty {
            cursor.refuse("the list is empty", expected: key, remedy: "delete the line for all")
        }
        return items.compactMap { $0.choice(type) }
    }

    private func holds(_ cursor: YAMLCursor) -> Rules.Holds? {
        guard
            let section = cursor.section(
                "drafts, not_signed_off, allegation_meetings, tracked_changes and others"
            )
        else { return nil }
        var holds = Rules.Holds()
        section.read("drafts", into: &holds.drafts) { $0.boolean() }
        section.read("not_signed_off", into: &holds.notSignedOff) { $0.boolean() }
        section.read("allegation_meetings", into: &holds.allegationMeetings) { $0.boolean() }
        section.read("tracked_changes", into: &holds.unseen.trackedChanges) { $0.boolean() }
        section.read("comments", into: &holds.unseen.comments) { $0.boolean() }
        section.read("hidden_text", into: &holds.unseen.hiddenText) { $0.boolean() }
        section.read("embedded_objects", into: &holds.unseen.embeddedObjects) { $0.boolean() }
        section.read("external_content", into: &holds.unseen.externalContent) { $0.boolean() }
        section.read("custom_data", into: &holds.unseen.customData) { $0.boolean() }
        section.read("unknown_content", into: &holds.unseen.unknownContent) { $0.boolean() }
        section.read("custom_properties", into: &holds.unseen.customProperties) { $0.boolean() }
        section.finish()
        return holds
    }

    private func deadline(_ cursor: YAMLCursor) -> Rules.Deadline? {
        guard let section = cursor.section("within, kinds and urgencies") else { return nil }
        let within = section.required("within", "a time such as 24 hours or 5 working days").flatMap {
            period($0)
        }
        let (kinds, urgencies) = meetings(section)
        section.finish()
        return within.map { Rules.Deadline(kinds: kinds, urgencies: urgencies, within: $0) }
    }

    private func period(_ cursor: YAMLCursor) -> Rules.Deadline.Period? {
        let expected = "`N hours` (1 to 720) or `N working days` (1 to 60)"
        guard let text = cursor.string(expected) else { return nil }
        let words = text.split(separator: " ")
        if let number = words.first.flatMap({ Int($0) }) {
            switch words.dropFirst() {
            case ["hour"], ["hours"]: if (1...720).contains(number) { return .hours(number) }
            case ["working", "day"], ["working", "days"]:
                if (1...60).contains(number) { return .workingDays(number) }
            default: break
            }
        }
        cursor.refuse(cursor.foundText, expected: expected)
        return nil
    }

    private func vocabulary(_ cursor: YAMLCursor) -> VocabularyExtension? {
        guard let section = cursor.section("roles, agencies, codes and headings") else { return nil }
        var words = VocabularyExtension()
        section.read("roles", into: &words.roles) { table($0) { partner($0) } }
        section.read("agencies", into: &words.agencies) { table($0) { partner($0) } }
        section.read("codes", into: &words.codes) { table($0) { $0.choice(Evidence.self) } }
        section.read("headings", into: &words.headings) { table($0) { $0.string("a section's name") } }
        section.finish()
        return words
    }

    private func table<Value>(_ cursor: YAMLCursor, _ read: (YAMLCursor) -> Value?) -> [String: Value]? {
        guard let section = cursor.section("words as written, and what they stand for") else { return nil }
        var table: [String: Value] = [:]
        for entry in section.allEntries() {
            guard let word = entry.key.string("words as written") else { continue }
            table[word] = read(entry.value)
        }
        return table
    }

    private func partner(_ cursor: YAMLCursor) -> Partner? { PartnerName.known(cursor, declared: partners) }
}
