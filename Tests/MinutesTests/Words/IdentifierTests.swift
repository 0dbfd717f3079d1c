import Testing

@testable import Minutes

struct IdentifierTests {
    @Test(arguments: [
        ("999 012 4477", true), ("9990124477", true), ("999-012-4477", true), ("943 476 5919", true),
        ("999 012 4471", false), ("999 000 0000", false), ("99901244", false), ("99901244771", false),
    ])
    func `an NHS number is known by its check digit`(text: String, isValid: Bool) {
        #expect(NHSNumber.isValid(text) == isValid)
    }

    @Test(arguments: [
        ("H801200001001", true), ("h801200001001", true), ("K82020000100B", true), ("A801200001001", false),
        ("H80120000100", false), ("H8012000010011", false), ("H80120000100I", false),
    ])
    func `a UPN is known by its check letter`(text: String, isValid: Bool) {
        #expect(UniquePupilNumber.isValid(text) == isValid)
    }

    @Test(arguments: [("119999", true), ("1199", false), ("019999", false), ("1199990", false)])
    func `a URN has six digits`(text: String, isValid: Bool) {
        #expect(SettingNumber.isValid(text) == isValid)
    }

    @Test func `what is no number is no wrong number`() {
        #expect(NHSNumber.isValid("not known") == nil)
        #expect(UniquePupilNumber.isValid("see SIMS") == nil)
        #expect(SettingNumber.isValid("n/a") == nil)
    }

    @Test(arguments: [
        ("NHS No: 999 012 4471", Identifier.Kind.nhsNumber), ("NHS number 999 012 4471.", .nhsNumber),
        ("UPN: A801200001001", .uniquePupilNumber), ("School URN: 1199", .settingNumber),
        ("| NHS no. | 999 012 4471 |\n| Gender | F |", .nhsNumber),
    ])
    func `a number that cannot be right is worth a look and holds nothing`(
        line: String,
        kind: Identifier.Kind
    ) throws {
        let record = try #require(readRecord(minutes(ending: line)))

        let check = Check(of: record, rules: Rules())

        #expect(record.identifiers.map(\.kind) == [kind])
        #expect(record.children.first?.reference == "123456")
        #expect(check.findings.filter { $0.code == .identifierInvalid }.map(\.severity) == [.warning])
        #expect(check.disposition == .distribute)
    }

    @Test(arguments: [
        "NHS No: 999 012 4477", "UPN: H801200001001", "NHS No: not known", "NHS trust: Harrowdale",
    ])
    func `right numbers and other words are not remarked on`(line: String) throws {
        let record = try #require(readRecord(minutes(ending: line)))
        #expect(!record.identifiers.contains { !$0.isValid })
    }
}
