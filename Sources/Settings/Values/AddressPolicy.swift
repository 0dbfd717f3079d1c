import Distribution

/// Which mailboxes may stand in the directory: those of an organisation that is still reachable.
enum AddressPolicy {
    enum Verdict: Equatable {
        case fit
        case doubtful(String)
        case refused(String)
    }

    static func verdict(on address: MailAddress) -> Verdict {
        if isPersonal(address.domain) {
            return .refused("a personal mail domain (\(address.domain)), which no organisation answers for")
        }
        if let domain = retiredDomains.first(where: { isPart(address.domain, of: $0) }) {
            return .refused("a domain of the retired government secure network (\(domain))")
        }
        if isPart(address.domain, of: "pnn.police.uk") {
            return .doubtful(
                "pnn.police.uk addresses are being replaced by each force's own; ask the force for its present address"
            )
        }
        return .fit
    }

    private static func isPart(_ domain: String, of parent: String) -> Bool {
        domain == parent || domain.hasSuffix("." + parent)
    }

    private static let retiredDomains = ["gsi.gov.uk", "gcsx.gov.uk", "gsx.gov.uk", "gse.gov.uk"]

    private static let personalDomains = [
        "live.com", "live.co.uk", "msn.com", "ymail.com", "me.com", "mac.com", "aol.com", "aol.co.uk",
        "btinternet.com", "virginmedia.com", "sky.com", "talktalk.net", "ntlworld.com", "proton.me",
        "protonmail.com", "gmx.com", "gmx.co.uk", "mail.com", "zoho.com",
    ]

    /// Providers that have one domain for each country.
    private static let personalBrands = ["gmail", "googlemail", "hotmail", "outlook", "yahoo", "icloud"]

    private static func isPersonal(_ domain: String) -> Bool {
        let labels = domain.split(separator: ".").map(String.init)
        let isNational = labels.count == 3 && ["co", "com"].contains(labels[1])
        if labels.count == 2 || isNational, personalBrands.contains(labels[0]) { return true }
        return personalDomains.contains { isPart(domain, of: $0) }
    }
}
