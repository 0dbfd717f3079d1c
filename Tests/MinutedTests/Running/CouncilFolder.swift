import Foundation

/// A folder with a council's configuration, inbox and state, as `minuted run` is given it.
struct CouncilFolder: Sendable {
    let root: URL
    var inbox: URL { root.appending(path: "inbox") }
    var state: URL { root.appending(path: "state") }
    var configuration: URL { root.appending(path: "minuted.yaml") }

    static let webhookSecret = "whsec_" + Data((0..<32).map { UInt8($0 * 5 % 251) }).base64EncodedString()
    /// Every address that a mail may go to.
    static let addresses: Set<String> = [
        "cads.health@nhs.example", "school.nursing@nhs.example", "dsl@moorbeck.example",
        "safeguarding.lead@council.example", "business.support@council.example",
    ]

    /// Where the other side is.
    struct Peers: Sendable {
        /// Such as `smtp://127.0.0.1:2525`.
        var relay: String
        /// Such as `https://127.0.0.1:8443`.
        var webhook: String
        /// The path of the PEM file of the authority that both are trusted by.
        var ca: String
    }

    init(in root: URL, peers: Peers, more: String = "") throws {
        self.root = root
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try write("police-webhook", Self.webhookSecret, mode: 0o600)
        try write(
            "rules.yaml",
            "required: {health: contributed, police: contributed, education: contributed}\n"
        )
        try write("partners.yaml", Self.partners(peers))
        try configure(peers, more: more)
    }

    /// Writes `minuted.yaml`, with `more` at its end.
    func configure(_ peers: Peers, more: String = "") throws {
        try write(
            "minuted.yaml",
            """
            council: Exampleshire Children's Services
            state: state
            partners: partners.yaml
            rules: rules.yaml
            inbox: {path: inbox, settle: 1s, rescan: 5s}
            mail:
              relay: \(peers.relay)
              ca: \(peers.ca)
              from: Strategy meeting minutes <minutes@council.example>
              bounces: minutes-bounces@council.example
            retry: [10s]
            alerts:
              education-not-consulted: [{to: safeguarding-lead, at: 0m}]
              default: [{to: business-support, at: 0m}]
              people:
                safeguarding-lead: {email: safeguarding.lead@council.example}
                business-support: {email: business.support@council.example}
            \(more)

            """
        )
    }

    private static func partners(_ peers: Peers) -> String {
        """
        partners:
          health:
            contacts:
              - id: cads-health
                name: CADS health practitioners
                known_as: [CADS health practitioner, health visiting]
                email: cads.health@nhs.example
                default: true
              - id: school-nursing
                name: School nursing
                known_as: [0-19 Service, school nurse]
                email: school.nursing@nhs.example
          police:
            contacts:
              - id: police-referral-unit
                name: Police referral unit
                default: true
                webhook:
                  url: \(peers.webhook)/minutes
                  secret_file: police-webhook
                  content: notice
                  allowed_networks: [127.0.0.0/8]
                  ca: \(peers.ca)
          education:
            settings:
              - {urn: 900001, name: Moorbeck Primary School, email: dsl@moorbeck.example}

        """
    }

    /// Drops a file as people do: it appears with all its bytes, under its name.
    func drop(_ name: String, _ bytes: Data) throws {
        try bytes.write(to: inbox.appending(path: name))
    }

    /// Every ordinary file below the inbox, as a path from there, without our working folder.
    func files() throws -> [String] {
        let all = FileManager.default.enumerator(atPath: inbox.path)?.compactMap { $0 as? String } ?? []
        return all.filter { path in
            let file = inbox.appending(path: path).path
            let attributes = try? FileManager.default.attributesOfItem(atPath: file)
            return attributes?[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }

    func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: inbox.appending(path: path)), as: UTF8.self)
    }

    func write(_ name: String, _ text: String, mode: Int = 0o644) throws {
        let file = root.appending(path: name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }
}
