import Distribution
import Foundation
import Minutes
import Settings
import Testing

struct ExampleFilesTests {
    @Test func `the example is the defaults, and example values where there is no default`() throws {
        let folder = try ConfigurationFolder()

        let loaded = try folder.load()

        let expected = DaemonConfiguration(
            council: "Exampleshire Children's Services",
            mail: .init(
                relay: RelayOptions(host: "relay.council.example", port: 587),
                from: .init(
                    name: "Strategy meeting minutes",
                    address: try address("minutes@council.example")
                ),
                bounces: try address("minutes-bounces@council.example")
            ),
            alerts: AlertPolicy(
                steps: [
                    "education-not-consulted": [
                        .init(to: "safeguarding-lead"),
                        .init(to: "service-manager", after: 4 * 3600, isWorkingTime: true),
                    ]
                ],
                fallback: [.init(to: "safeguarding-lead")],
                people: [
                    "safeguarding-lead": .init(channel: .mail(try address("lead@council.example"))),
                    "service-manager": .init(channel: .mail(try address("manager@council.example"))),
                ]
            ),
            directory: loaded.configuration.directory
        )
        #expect(loaded.configuration == expected)
    }

    @Test func `the example writes out every key that has a default`() throws {
        let folder = try ConfigurationFolder()

        #expect(try folder.load().defaulted == [])
    }

    @Test func `the keys that the example leaves out are accepted as they stand`() throws {
        let folder = try ConfigurationFolder()
        let example = try ConfigurationFolder.example("minuted")
        try folder.write(example.replacing(/(?m)^( *)#(?=[a-z_]+:)/) { $0.output.1 }, to: "minuted.yaml")

        let configuration = try folder.load().configuration

        #expect(configuration.mail.relay.login?.user == "minutes@council.example")
        #expect(
            configuration.mail.relay.login?.passwordFile
                == "/run/credentials/minuted.service/relay-password"
        )
        #expect(configuration.mail.relay.heloName == "minutes.council.example")
        #expect(configuration.mail.bounceMaildir == "/var/lib/minuted/bounces")
        #expect(configuration.web.publicURL == "https://minutes.council.example")
    }

    @Test func `the example names every kind of alert`() throws {
        let text = try ConfigurationFolder.example("minuted")

        for code in AlertCode.allCases { #expect(text.contains(code.rawValue), "\(code.rawValue)") }
    }

    @Test func `the example directory shows mail, webhooks, settings and a partner of one's own`() throws {
        let folder = try ConfigurationFolder()

        let directory = try folder.load().configuration.directory

        #expect(directory.settings.map(\.urn) == [900_001, 900_002])
        #expect(directory.settings.map(\.receives) == [.full, .actions])
        #expect(directory.contact(id: "cads-health")?.subjectPrefix == "[secure]")
        #expect(directory.contact(id: "cads-health")?.isDefault == true)
        #expect(directory.contact(id: "hospital-safeguarding")?.isDefault == false)
        #expect(directory.contact(id: "education-safeguarding")?.receives == .notice)
        #expect(directory.contact(id: "fire-safeguarding")?.partner == Partner(rawValue: "fire-service"))
        #expect(
            directory.contact(id: "police-referral-unit")?.channel
                == .webhook(
                    WebhookEndpoint(
                        url: "https://intake.police.example/minutes",
                        secretFiles: ["/run/credentials/minuted.service/police-webhook"],
                        content: .notice,
                        allowedNetworks: ["10.20.0.0/16"],
                        ca: "/etc/ssl/certs/ca-certificates.crt"
                    )
                )
        )
    }

    @Test func `an empty rules file means the shipped rules`() throws {
        let folder = try ConfigurationFolder()
        try folder.write("# nothing yet\n", to: "rules.yaml")

        let loaded = try folder.load()

        #expect(loaded.configuration.rules == Rules())
        #expect(loaded.defaulted == ["required", "exceptions", "holds", "deadlines", "vocabulary"])
    }

    private func address(_ text: String) throws -> MailAddress { try #require(MailAddress(text)) }
}
