import Distribution
package import Minutes

extension LoadedConfiguration {
    /// What was loaded, for people; no secret, no address of a contact.
    package var summary: String {
        let mail = configuration.mail
        let relay = mail.relay
        var lines = [
            "Configuration of \(configuration.council)",
            "  files      \(files.configuration)",
            "             \(files.partners)",
            "             \(files.rules)",
            "  inbox      \(configuration.inbox.path)",
            "  state      \(configuration.state)",
            "  relay      \(relay.host), port \(relay.port), \(Self.text(relay.security)), "
                + (relay.login == nil ? "no log-in" : "log-in with a password file"),
            "  retries    after \(configuration.retry.waits.map(DurationText.text).joined(separator: ", ")); "
                + "given up after \(DurationText.text(configuration.retry.giveUp))",
            "  directory  \(Self.count(configuration.directory.contacts.count, "contact")), "
                + Self.count(configuration.directory.settings.count, "setting"),
            "  required   \(requirements)",
            "  alerts     \(Self.count(configuration.alerts.people.count, "person", "people")) can be told",
        ]
        if configuration.holdsEverything {
            lines.append("  sending    off: hold_everything is on, so that nothing leaves")
        }
        lines += partnersWithoutDefault.map { partner in
            "  warning    \(partner) has no default contact: minutes that name nobody more precise will be held"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Required partners, and those with contacts, for whom nobody stands when the record is not precise.
    package var partnersWithoutDefault: [Partner] {
        let contacts = configuration.directory.contacts
        let concerned = configuration.rules.requirements.filter { $0.evidence > .none }.map(\.partner)
        let named = Set(concerned + contacts.map(\.partner))
        return named.filter { partner in !contacts.contains { $0.partner == partner && $0.isDefault } }
            .sorted { $0.rawValue < $1.rawValue }
    }

    private var requirements: String {
        let words = configuration.rules.requirements
            .filter { $0.kinds == nil && $0.urgencies == nil && $0.evidence > .none }
            .map { "\($0.partner) at least \($0.evidence.rawValue)" }
        return words.isEmpty ? "nobody" : words.joined(separator: ", ")
    }

    private static func text(_ security: RelayOptions.Security) -> String {
        switch security {
        case .startTLS: "STARTTLS required"
        case .implicitTLS: "TLS from the start"
        case .none: "no TLS (loopback)"
        }
    }

    private static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number) \(number == 1 ? one : many ?? one + "s")"
    }
}
