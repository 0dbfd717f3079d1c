import Foundation
import Settings
import Testing

struct ConfigurationErrorsTests {
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
}
