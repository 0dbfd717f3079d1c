import Distribution
import Foundation
import Minutes
import Settings
import Testing

struct ConfigurationValuesTests {
    @Test func `smtps is TLS from the start, on port 465`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace(
            "smtp://relay.council.example:587",
            with: "smtps://relay.council.example",
            in: "minuted.yaml"
        )

        let relay = try folder.load().configuration.mail.relay

        #expect(relay.security == .implicitTLS)
        #expect(relay.port == 465)
    }

    @Test(arguments: ["127.0.0.1:2525", "localhost:2525", "[::1]:2525", "127.8.9.1:2525"])
    func `a relay on loopback may do without TLS`(authority: String) throws {
        let folder = try ConfigurationFolder()
        try folder.replace("relay.council.example:587", with: authority, in: "minuted.yaml")
        try folder.replace("tls: required", with: "tls: none", in: "minuted.yaml")

        let relay = try folder.load().configuration.mail.relay

        #expect(relay.security == .none)
        #expect(relay.port == 2525)
        #expect(!relay.host.contains("["))
    }

    @Test(arguments: ["127.0.0.1.evil.example:2525", "128.0.0.1:2525", "10.0.0.1:2525"])
    func `a host that only looks like loopback needs TLS`(authority: String) throws {
        let folder = try ConfigurationFolder()
        try folder.replace("relay.council.example:587", with: authority, in: "minuted.yaml")
        try folder.replace("tls: required", with: "tls: none", in: "minuted.yaml")

        #expect(folder.problems().map(\.key) == ["mail.tls"])
    }

    @Test(arguments: ["no", "12:30", "0071", "1e3", "2026-11-19", "0x1F", "\"null\"", "yes # comment"])
    func `a text that YAML takes for something else stays the text it is`(written: String) throws {
        let folder = try ConfigurationFolder()
        try folder.replace(
            "council: Exampleshire Children's Services",
            with: "council: \(written)",
            in: "minuted.yaml"
        )

        let council = try folder.load().configuration.council

        #expect(council == written.replacing("\"", with: "").replacing(" # comment", with: ""))
    }

    @Test func `relative paths start from their own file's folder`() throws {
        let folder = try ConfigurationFolder()
        let elsewhere = folder.url.appending(path: "directory")
        try FileManager.default.createDirectory(at: elsewhere, withIntermediateDirectories: true)
        try folder.write(try ConfigurationFolder.example("partners"), to: "directory/partners.yaml")
        try folder.replace(
            "/run/credentials/minuted.service/police-webhook",
            with: "[secrets/new, ../old]",
            in: "directory/partners.yaml"
        )
        try folder.replace(
            "partners: partners.yaml",
            with: "partners: directory/partners.yaml",
            in: "minuted.yaml"
        )
        try folder.replace("state: /var/lib/minuted", with: "state: data", in: "minuted.yaml")

        let configuration = try folder.load().configuration

        #expect(configuration.state == folder.url.appending(path: "data").path)
        guard
            case .webhook(let endpoint) = configuration.directory.contact(id: "police-referral-unit")?.channel
        else { throw Missing() }
        #expect(
            endpoint.secretFiles == [
                elsewhere.appending(path: "secrets/new").path, folder.url.appending(path: "old").path,
            ]
        )
    }

    @Test func `exceptions come before the rule, and deadlines are hours or working days`() throws {
        let folder = try ConfigurationFolder()
        try folder.write(
            """
            exceptions:
              - {partner: education, evidence: none, kinds: [allegation]}
              - {partner: fire-service, evidence: invited, urgencies: [urgent, out-of-hours]}
            deadlines:
              - {urgencies: [urgent], within: 24 hours}
              - {within: 1 working day}
            vocabulary:
              roles: {Family Safeguarding Nurse: health}
              agencies: {Exampleshire Horizons: early-help}
              codes: {Y: attended, N: none, No: invited}
            """,
            to: "rules.yaml"
        )

        let rules = try folder.load().configuration.rules

        let fire = try #require(Partner(rawValue: "fire-service"))
        #expect(
            rules.requirements == [
                .init(partner: .education, evidence: .none, kinds: [.allegation]),
                .init(partner: fire, evidence: .invited, urgencies: [.urgent, .outOfHours]),
            ] + Rules.shippedRequirements
        )
        #expect(
            rules.deadlines == [
                .init(urgencies: [.urgent], within: .hours(24)), .init(within: .workingDays(1)),
            ]
        )
        #expect(rules.vocabulary.roles == ["Family Safeguarding Nurse": .health])
        #expect(rules.vocabulary.agencies == ["Exampleshire Horizons": .earlyHelp])
        #expect(rules.vocabulary.codes == ["Y": .attended, "N": .none, "No": .invited])
    }

    @Test func `a police address of the old network is flagged, not refused`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace(
            "front.door@council.example",
            with: "unit@force.pnn.police.uk",
            in: "partners.yaml"
        )

        let warnings = try folder.load().warnings

        #expect(warnings.contains { $0.key == "partners.social-care.contacts[1].email" })
    }

    @Test func `rules that ask less than the shipped ones are flagged`() throws {
        let folder = try ConfigurationFolder()
        try folder.write("required: {health: contributed, police: invited}\n", to: "rules.yaml")

        let warnings = try folder.load().warnings.filter { $0.key == "required" }

        #expect(warnings.map { $0.text.prefix(9) } == ["police ne", "education"])
    }

    @Test func `two contacts with one name, and a setting that cannot be reached, are flagged`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace("known_as: [The Academy]", with: "known_as: [hollin bank]", in: "partners.yaml")
        try folder.replace(", email: dsl@hollinbank.example", with: "", in: "partners.yaml")

        let warnings = try folder.load().warnings.map(\.text)

        #expect(warnings.contains { $0.contains("has no email or webhook: minutes for it will be held") })
        #expect(warnings.contains { $0.contains("both match equally") })
    }

    private struct Missing: Error {}
}
