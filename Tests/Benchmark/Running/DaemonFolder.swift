import Foundation

/// A council's configuration, inbox and state for one run of the daemon, with three partners by mail.
struct DaemonFolder: Sendable {
    let root: URL
    let relayPort: Int
    var inbox: URL { root.appending(path: "inbox") }
    var state: URL { root.appending(path: "state") }
    var configuration: URL { root.appending(path: "minuted.yaml") }

    /// The least that the configuration takes, so that little of the time is waiting.
    static let settle = 1.0
    static let partners = 3

    init(root: URL, relayPort: Int, holdsEverything: Bool = false) throws {
        self.root = root
        self.relayPort = relayPort
        for folder in [inbox, state] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        try write(
            "partners.yaml",
            """
            partners:
              health:
                contacts:
                  - {id: health, name: Health, email: minutes@health.example, default: true, receives: full}
              police:
                contacts:
                  - {id: police, name: Police, email: minutes@police.example, default: true, receives: full}
              education:
                settings:
                  - {urn: 900001, name: \(SampleMinutes.setting), email: dsl@school.example, receives: full}

            """
        )
        try write(
            "rules.yaml",
            "required: {health: contributed, police: contributed, education: contributed}\n"
        )
        try writeConfiguration(holdsEverything: holdsEverything)
    }

    func writeConfiguration(holdsEverything: Bool) throws {
        try write(
            "minuted.yaml",
            """
            council: Exampleshire Children's Services
            state: state
            partners: partners.yaml
            rules: rules.yaml
            inbox: {path: inbox, settle: 1s, rescan: 5s}
            mail:
              relay: smtp://127.0.0.1:\(relayPort)
              tls: none
              from: Strategy meeting minutes <minutes@council.example>
              bounces: minutes-bounces@council.example
            alerts:
              default: [{to: lead, at: 0m}]
              people:
                lead: {email: lead@council.example}
            hold_everything: \(holdsEverything)
            log: {level: info}

            """
        )
    }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: root.appending(path: name))
    }
}
