import Foundation
import Minutes
import Settings
import Testing

struct ConfigurationSummaryTests {
    @Test func `the summary says what was loaded, and no address and no secret`() throws {
        let folder = try ConfigurationFolder()

        let summary = try folder.load().summary

        let path = folder.url.path
        #expect(
            summary == """
                Configuration of Exampleshire Children's Services
                  files      \(path)/minuted.yaml
                             \(path)/partners.yaml
                             \(path)/rules.yaml
                  inbox      /srv/minutes
                  state      /var/lib/minuted
                  relay      relay.council.example, port 587, STARTTLS required, no log-in
                  retries    after 1m, 5m, 15m, 1h, 2h, 4h, 8h; given up after 2d
                  directory  6 contacts, 2 settings
                  required   health at least contributed, police at least contributed, education at least contributed
                  alerts     2 people can be told

                """
        )
    }

    @Test func `a partner without a default contact is pointed out`() throws {
        let folder = try ConfigurationFolder()
        try folder.replace(
            "        default: true\n        webhook",
            with: "        webhook",
            in: "partners.yaml"
        )
        try folder.replace("hold_everything: false", with: "hold_everything: true", in: "minuted.yaml")

        let loaded = try folder.load()

        #expect(loaded.partnersWithoutDefault == [.police])
        #expect(loaded.summary.contains("police has no default contact"))
        #expect(loaded.summary.contains("nothing leaves"))
    }

    @Test func `files that are missing, or that others may read, are pointed out at their key`() throws {
        let folder = try ConfigurationFolder()
        try folder.write("secret", to: "police-webhook")
        let secret = folder.url.appending(path: "police-webhook").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: secret)
        try folder.replace(
            "/run/credentials/minuted.service/police-webhook",
            with: "police-webhook",
            in: "partners.yaml"
        )
        try folder.replace("path: /srv/minutes", with: "path: inbox", in: "minuted.yaml")
        try folder.replace("state: /var/lib/minuted", with: "state: police-webhook", in: "minuted.yaml")
        try folder.replace("/etc/ssl/certs/ca-certificates.crt", with: "ca.pem", in: "minuted.yaml")

        let warnings = try folder.load().fileWarnings()

        let texts = Dictionary(warnings.map { ($0.key, $0.text) }) { first, _ in first }
        #expect(texts["mail.ca"]?.contains("does not exist") == true)
        #expect(texts["inbox.path"]?.contains("does not exist yet") == true)
        #expect(texts["state"] == "this is not a folder")
        #expect(texts["partners.police.contacts[1].webhook.secret_file"]?.contains("chmod 600") == true)
    }

    @Test func `a secret that only the daemon can read is fine`() throws {
        let folder = try ConfigurationFolder()
        try folder.write("secret", to: "police-webhook")
        let secret = folder.url.appending(path: "police-webhook").path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
        try folder.replace(
            "/run/credentials/minuted.service/police-webhook",
            with: "police-webhook",
            in: "partners.yaml"
        )

        #expect(try !folder.load().fileWarnings().contains { $0.key.hasSuffix("secret_file") })
    }
}
