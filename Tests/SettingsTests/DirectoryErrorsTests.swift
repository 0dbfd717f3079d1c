import Settings
import Testing

struct DirectoryErrorsTests {
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
        try mistake.check(in: "partners.yaml")
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
}
