import Distribution

/// Reads `email` or `webhook`, of which there can be only one.
enum ChannelReader {
    /// Reports it if neither is given.
    static func required(_ section: YAMLSection) -> Channel? {
        let result = optional(section)
        if result == .absent {
            section.cursor.refuse(
                "neither email nor webhook is given",
                expected: "one of them",
                remedy: "add it"
            )
        }
        return result.channel
    }

    static func optional(_ section: YAMLSection) -> Reading {
        switch (section.ifGiven("email"), section.ifGiven("webhook")) {
        case (nil, nil): return .absent
        case (let email?, nil): return email.mailAddress().map { .read(.mail($0)) } ?? .failed
        case (nil, let webhook?): return webhook.webhook().map { .read(.webhook($0)) } ?? .failed
        case (.some, let webhook?):
            webhook.refuse(
                "both email and webhook are given",
                expected: "one of them",
                remedy: "make two contacts of it, or delete one"
            )
            return .failed
        }
    }

    enum Reading: Equatable {
        case read(Channel)
        case absent
        /// Reported already.
        case failed

        var channel: Channel? {
            if case .read(let channel) = self { channel } else { nil }
        }
    }
}
