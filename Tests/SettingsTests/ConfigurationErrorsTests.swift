import Foundation
import Settings
import Testing

struct ConfigurationErrorsTests {
    /// A change of an example file, and what the one error that follows must say.
    struct Mistake: CustomTestStringConvertible, Sendable {
        var file = "minuted.yaml"
        var old: String
        var new: String
        var key: String
        var text: String

        var testDescription: String { "\(new) in \(file)" }
    }

    @Test(arguments: [
        Mistake(old: "settle: 5s", new: "setle: 5s", key: "inbox.setle", text: "did you mean 'settle'?"),
        Mistake(old: "settle: 5s", new: "settle: 5", key: "inbox.settle", text: "a duration from 1s to 10m"),
        Mistake(
            old: "settle: 5s",
            new: "settle: 11m",
            key: "inbox.settle",
            text: "a duration from 1s to 10m"
        ),
        Mistake(old: "settle: 5s", new: "settle: [5s]", key: "inbox.settle", text: "found a list"),
        Mistake(old: "settle: 5s", new: "settle:", key: "inbox.settle", text: "nothing is written here"),
        Mistake(old: "rescan: 30s", new: "rescan: 1s", key: "inbox.rescan", text: "a duration from 5s to 1h"),
        Mistake(old: "sessions: 4", new: "sessions: 17", key: "mail.sessions", text: "from 1 to 16"),
        Mistake(old: "sessions: 4", new: "sessions: 04", key: "mail.sessions", text: "found '04'"),
        Mistake(old: "sessions: 4", new: "sessions: 0x4", key: "mail.sessions", text: "found '0x4'"),
        Mistake(old: "council: ", new: "councl: ", key: "council", text: "the key is missing"),
        Mistake(
            old: "hold_everything: false",
            new: "hold_everything: no",
            key: "hold_everything",
            text: "true or false"
        ),
        Mistake(
            old: "unknown: resend",
            new: "unknown: resent",
            key: "unknown",
            text: "did you mean 'resend'?"
        ),
        Mistake(
            old: "smtp://relay",
            new: "http://relay",
            key: "mail.relay",
            text: "begin it with smtp:// or smtps://"
        ),
        Mistake(
            old: "smtp://relay",
            new: "smtp://me:pw@relay",
            key: "mail.relay",
            text: "user and password_file"
        ),
        Mistake(
            old: ".example:587",
            new: ".example:99999",
            key: "mail.relay",
            text: "no usable host or port"
        ),
        Mistake(old: "tls: required", new: "tls: none", key: "mail.tls", text: "unencrypted"),
        Mistake(old: "#user: ", new: "user: ", key: "mail.user", text: "user without password_file"),
        Mistake(
            old: "#password_file: ",
            new: "password_file: ",
            key: "mail.password_file",
            text: "without user"
        ),
        Mistake(
            old: "sessions: 4",
            new: "oauth2: {token_url: x}",
            key: "mail.oauth2",
            text: "not yet supported"
        ),
        Mistake(old: "<minutes@council", new: "<minutes council", key: "mail.from", text: "not a mailbox"),
        Mistake(
            old: "minutes-bounces@",
            new: "minutes bounces@",
            key: "mail.bounces",
            text: "not a mail address"
        ),
        Mistake(
            old: "minutes-bounces@",
            new: "minutes-bounces-of-the-strategy-meetings@",
            key: "mail.bounces",
            text: "longer than 39 characters"
        ),
        Mistake(old: "retry: [1m,", new: "retry: [soon,", key: "retry[1]", text: "found 'soon'"),
        Mistake(
            old: "retry: [1m, 5m, 15m, 1h, 2h, 4h, 8h]",
            new: "retry: []",
            key: "retry",
            text: "1 to 50 waits"
        ),
        Mistake(
            old: "warn_delay: 4h",
            new: "warn_delay: 3d",
            key: "warn_delay",
            text: "shorter than give_up"
        ),
        Mistake(old: "retry: [1m, ", new: "retry: [2d, ", key: "give_up", text: "before the first retry"),
        Mistake(
            old: "path: /srv/minutes",
            new: "path: /var/lib/minuted/in",
            key: "inbox",
            text: "keep them apart"
        ),
        Mistake(
            old: "default: [{to: safeguarding-lead, at: 0m}]",
            new: "default: []",
            key: "alerts.default",
            text: "nobody would be told"
        ),
        Mistake(
            old: "default: [{to: safeguarding-lead, at: 0m}]",
            new: "file-held: [{to: safeguarding-lead}]",
            key: "alerts.default",
            text: "the key is missing"
        ),
        Mistake(
            old: "education-not-consulted:",
            new: "education-not-consulte:",
            key: "alerts.education-not-consulte",
            text: "did you mean 'education-not-consulted'?"
        ),
        Mistake(
            old: "to: service-manager",
            new: "to: service-manger",
            key: "alerts.education-not-consulted[2].to",
            text: "did you mean 'service-manager'?"
        ),
        Mistake(
            old: "at: 4h working",
            new: "at: 4h workin",
            key: "alerts.education-not-consulted[2].at",
            text: "4h working"
        ),
        Mistake(
            old: "{email: lead@council.example}",
            new: "{}",
            key: "alerts.people.safeguarding-lead",
            text: "neither email nor webhook"
        ),
        Mistake(
            old: "staff: 127.0.0.1:8080",
            new: "staff: 0.0.0.0:80",
            key: "web.staff",
            text: "reverse proxy"
        ),
        Mistake(old: "format: text", new: "format: xml", key: "log.format", text: "one of json, text"),
        Mistake(old: "state: /var", new: "state: ~/var", key: "state", text: "begins with ~"),
    ])
    func `a mistake in the daemon's file is one error at its key`(mistake: Mistake) throws {
        try check(mistake)
    }

    @Test(arguments: [
        Mistake(
            old: "education:\n    set",
            new: "eduction:\n    set",
            key: "partners.eduction",
            text: "'education'?"
        ),
        Mistake(
            old: "  fire-service:",
            new: "  Fire Service:",
            key: "partners.Fire Service",
            text: "cannot be a partner"
        ),
        Mistake(
            old: "  fire-service:",
            new: "  family:",
            key: "partners.family.contacts",
            text: "never sent the minutes"
        ),
        Mistake(
            old: "id: hospital-safeguarding",
            new: "id: cads-health",
            key: "partners.health.contacts[2].id",
            text: "a second id 'cads-health'; the first is in line 23"
        ),
        Mistake(
            old: "urn: 900002",
            new: "urn: 900001",
            key: "partners.education.settings[2].urn",
            text: "a second urn 900001"
        ),
        Mistake(
            old: "email: safeguarding@hospitals.example",
            new: "{email: safeguarding@hospitals.example, default: true}",
            key: "",
            text: "not valid YAML"
        ),
        Mistake(
            old: "email: safeguarding@hospitals.example",
            new: "email: safeguarding@hospitals.example\n        default: true",
            key: "partners.health.contacts[2].default",
            text: "a second default contact of health; the first is in line 27"
        ),
        Mistake(
            old: "email: safeguarding@hospitals.example",
            new: "email: Ward 3 <ward@hospitals.example>",
            key: "partners.health.contacts[2].email",
            text: "not a mail address"
        ),
        Mistake(
            old: "email: safeguarding@hospitals.example",
            new: "default: false",
            key: "partners.health.contacts[2]",
            text: "neither email nor webhook"
        ),
        Mistake(
            old: "        default: true\n        webhook:",
            new: "        email: pru@police.example\n        webhook:",
            key: "partners.police.contacts[1].webhook",
            text: "both email and webhook"
        ),
        Mistake(
            old: "url: https:",
            new: "url: http:",
            key: "partners.police.contacts[1].webhook.url",
            text: "not encrypted (http://)"
        ),
        Mistake(
            old: "secret_file:",
            new: "#secret_file:",
            key: "partners.police.contacts[1].webhook.secret_file",
            text: "the key is missing"
        ),
        Mistake(
            old: "content: notice",
            new: "content: all",
            key: "partners.police.contacts[1].webhook.content",
            text: "one of notice, full"
        ),
        Mistake(
            old: "[10.20.0.0/16]",
            new: "[10.20.0.0/40]",
            key: "partners.police.contacts[1].webhook.allowed_networks[1]",
            text: "a network such as"
        ),
        Mistake(
            old: "[10.20.0.0/16]",
            new: "[0.0.0.0/0]",
            key: "partners.police.contacts[1].webhook.allowed_networks[1]",
            text: "the whole internet"
        ),
        Mistake(
            old: "default: true\n        webhook:",
            new: "receives: full\n        webhook:",
            key: "partners.police.contacts[1].receives",
            text: "a webhook has `content` instead"
        ),
        Mistake(
            old: "subject_prefix: \"[secure]\"",
            new: "subject_prefix: [secure]",
            key: "partners.health.contacts[1].subject_prefix",
            text: "a text in quotes"
        ),
        Mistake(
            old: "id: front-door",
            new: "id: setting-900001",
            key: "partners.social-care.contacts[1].id",
            text: "cannot be an id"
        ),
    ])
    func `a mistake in the directory is one error at its key`(mistake: Mistake) throws {
        var mistake = mistake
        mistake.file = "partners.yaml"
        try check(mistake)
    }

    @Test(arguments: [
        Mistake(
            old: "health: contributed",
            new: "helth: contributed",
            key: "required.helth",
            text: "did you mean 'health'?"
        ),
        Mistake(
            old: "health: contributed",
            new: "health: present",
            key: "required.health",
            text: "one of none, invited"
        ),
        Mistake(old: "drafts: true", new: "draft: true", key: "holds.draft", text: "did you mean 'drafts'?"),
        Mistake(
            old: "exceptions: []",
            new: "exceptions: [{partner: education, evidence: none}]",
            key: "exceptions[1]",
            text: "for every meeting"
        ),
        Mistake(
            old: "exceptions: []",
            new: "exceptions: [{partner: education, evidence: none, kinds: [review]}]",
            key: "exceptions[1].kinds[1]",
            text: "one of strategy"
        ),
        Mistake(
            old: "deadlines: []",
            new: "deadlines: [{within: 5 days}]",
            key: "deadlines[1].within",
            text: "`N working days`"
        ),
        Mistake(
            old: "roles: {}",
            new: "roles: {Coast guard: coastguard}",
            key: "vocabulary.roles.Coast guard",
            text: "declare a partner of your own"
        ),
        Mistake(
            old: "codes: {}",
            new: "codes: {Y: yes}",
            key: "vocabulary.codes.Y",
            text: "found 'yes'"
        ),
    ])
    func `a mistake in the rules is one error at its key`(mistake: Mistake) throws {
        var mistake = mistake
        mistake.file = "rules.yaml"
        try check(mistake)
    }

    @Test(arguments: [
        ("someone@gmail.com", "personal mail domain"),
        ("team@hotmail.co.uk", "personal mail domain"),
        ("team@outlook.com", "personal mail domain"),
        ("team@yahoo.fr", "personal mail domain"),
        ("team@icloud.com", "personal mail domain"),
        ("team@council.gsi.gov.uk", "retired government secure network"),
        ("team@council.gcsx.gov.uk", "retired government secure network"),
        ("team@council.gsx.gov.uk", "retired government secure network"),
        ("team@council.gse.gov.uk", "retired government secure network"),
    ])
    func `a mailbox that no organisation answers for is refused with the reason`(
        address: String,
        reason: String
    ) throws {
        let folder = try ConfigurationFolder()
        try folder.replace("front.door@council.example", with: address, in: "partners.yaml")

        let problems = folder.problems()

        #expect(problems.map(\.key) == ["partners.social-care.contacts[1].email"])
        #expect(problems.first?.text.contains(reason) == true)
        #expect(problems.first?.text.contains(address) == false, "an address in a message")
    }

    @Test func `all problems of all three files are told in one run, in order`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace("settle: 5s", with: "settle: 5", in: "minuted.yaml")
        try folder.replace("level: notice", with: "levl: notice", in: "minuted.yaml")
        try folder.replace("id: front-door", with: "id: Front Door", in: "partners.yaml")
        try folder.replace("health: contributed", with: "health: present", in: "rules.yaml")

        let problems = folder.problems()

        #expect(
            problems.map(\.key) == [
                "inbox.settle", "log.levl", "partners.social-care.contacts[1].id", "required.health",
            ]
        )
    }

    @Test func `a problem reads file, line, column, key, what was found and what to do`() throws {
        let folder = try ConfigurationFolder()
        try folder.write("required: {helth: contributed}\n", to: "rules.yaml")

        let problem = try #require(folder.problems().first)

        let file = folder.url.appending(path: "rules.yaml").path
        #expect(
            problem.description.hasPrefix(
                "\(file):1:12 required.helth: 'helth' is not a partner; expected one of"
            )
        )
        #expect(problem.description.hasSuffix("; did you mean 'health'?"))
    }

    @Test func `a file that is not there is told, and the others are still checked`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace("partners: partners.yaml", with: "partners: partner.yaml", in: "minuted.yaml")
        try folder.replace("settle: 5s", with: "settle: 5", in: "minuted.yaml")

        let problems = folder.problems()

        #expect(
            problems.map { URL(filePath: $0.file).lastPathComponent } == ["minuted.yaml", "partner.yaml"]
        )
        #expect(problems.last?.text.contains("cannot be found") == true)
    }

    private func check(_ mistake: Mistake) throws {
        let folder = try ConfigurationFolder()
        try folder.replace(mistake.old, with: mistake.new, in: mistake.file)

        let problems = folder.problems().filter { $0.key == mistake.key }

        #expect(problems.count == 1, "\(folder.problems())")
        #expect(problems.first?.text.contains(mistake.text) == true, "\(problems)")
        #expect(problems.first.map { URL(filePath: $0.file).lastPathComponent } == mistake.file)
    }
}
