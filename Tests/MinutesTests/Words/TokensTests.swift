import Testing

@testable import Minutes

struct TokensTests {
    @Test(arguments: [
        ("Children’s Social Care", "childrens social care"),
        ("CHILDREN'S", "childrens"),
        ("e-mail & phone", "email and phone"),
        ("0-19 service", "0 19 service"),
        ("Siân O’Driscoll", "siân odriscoll"),
        ("☒ Urgent   ☐ Planned", "urgent planned"),
        ("ÉCOLE Ste‑Anne n° ½", "école ste anne n ½"),
        ("so\u{AD}cial \u{AD} wor\u{2019}ker\u{2019}s\u{2019}", "social workers"),
        ("E–MAIL 'quoted' e'mail", "email quoted email"),
        ("Ștefan‘s 東京 Åse", "ștefans 東京 åse"),
        ("", ""),
    ])
    func `words are compared without case, apostrophes and punctuation`(text: String, key: String) {
        #expect(Tokens(text).key == key)
    }

    @Test func `each word knows where it stands in the original`() {
        let tokens = Tokens("The “head”, Mrs Lomax")
        #expect(tokens.words.map { String(tokens.text[$0.range]) } == ["The", "head", "Mrs", "Lomax"])
        #expect(tokens.original(2..<4) == "Mrs Lomax")
    }

    @Test func `a phrase stands in a text only as whole words`() {
        #expect(Tokens("It is not yet agreed").contains(phrase: "not yet"))
        #expect(!Tokens("Knot yet").contains(phrase: "not yet"))
        #expect(!Tokens("not yet").contains(phrase: "not yet agreed"))
    }

    @Test func `the longest phrase at a place wins`() {
        var table = PhraseTable<Int>()
        table.add("school", 1)
        table.add("school nurse", 2)
        #expect(table.matches(in: Tokens("The school nurse of the school")).map(\.meaning) == [2, 1])
        table.add("School Nurse", 3)
        #expect(table.meaning(ofAll: Tokens("school nurse")) == 3)
    }

    @Test(arguments: [
        ("Seen at 3.15 p.m. on Tues. by Dr. Firth. He left.", 2),
        ("One! Two? Three", 3),
        ("Line one\nline two", 2),
    ])
    func `initials, titles and times end no sentence`(text: String, count: Int) {
        #expect(text.sentences.count == count)
    }

    @Test func `wide gaps and bars part what typists line up`() {
        #expect("DOB 1.2.2012   |   Mosaic 12 b".gapPieces == ["DOB 1.2.2012", "Mosaic 12 b"])
        #expect("Time  11am      Planned".gapPieces == ["Time", "11am", "Planned"])
    }
}
