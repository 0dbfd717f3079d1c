import Foundation
import StandIns

/// The folder in which the demo plays: configuration, inbox, state, and the evidence that it leaves.
struct DemoFolder: Sendable {
    let root: URL
    var inbox: URL { root.appending(path: "Minutes inbox") }
    var state: URL { root.appending(path: "state") }
    var mails: URL { root.appending(path: "mails") }
    var webhooks: URL { root.appending(path: "webhooks") }
    var configuration: URL { root.appending(path: "minuted.yaml") }

    static let webhookSecret = "whsec_" + Data((0..<32).map { UInt8($0 * 7 % 251) }).base64EncodedString()
    static let relayUser = "minutes@council.example"
    static let relayPassword = "only-for-the-demo"

    init(root: URL) throws {
        self.root = root
        for folder in [inbox, state, mails, webhooks] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
    }

    /// Writes a configuration like a council's, with the stand-ins for relay and partners.
    func writeConfiguration(relayPort: Int, webhookURL: String, ca: String) throws {
        try write("relay-password", Self.relayPassword, mode: 0o600)
        try write("police-webhook", Self.webhookSecret, mode: 0o600)
        try write(
            "minuted.yaml",
            """
            council: Exampleshire Children's Services
            state: state
            partners: partners.yaml
            rules: rules.yaml
            inbox: {path: Minutes inbox, settle: 1s, rescan: 5s}
            mail:
              relay: smtp://127.0.0.1:\(relayPort)
              ca: \(ca)
              user: \(Self.relayUser)
              password_file: relay-password
              from: Strategy meeting minutes <minutes@council.example>
              bounces: minutes-bounces@council.example
            alerts:
              education-not-consulted: [{to: safeguarding-lead, at: 0m}]
              default: [{to: business-support, at: 0m}]
              people:
                safeguarding-lead: {email: safeguarding.lead@council.example}
                business-support: {email: business.support@council.example}

            """
        )
        try write(
            "partners.yaml",
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
                      url: \(webhookURL)/minutes
                      secret_file: police-webhook
                      content: notice
                      allowed_networks: [127.0.0.0/8]
                      ca: \(ca)
              education:
                settings:
                  - {urn: 900001, name: Moorbeck Primary School, email: dsl@moorbeck.example}

            """
        )
        try write(
            "rules.yaml",
            "required: {health: contributed, police: contributed, education: contributed}\n"
        )
    }

    private func write(_ name: String, _ text: String, mode: Int = 0o644) throws {
        let file = root.appending(path: name)
        try Data(text.utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
    }
}
