import Testing

@testable import Minutes

struct PersonTests {
    private let reader = PersonReader(vocabulary: Vocabulary())

    @Test(arguments: [
        "Mrs Kathleen Nuttall", "DS Amir Qureshi", "DC 4471 Marcus Thorne", "Dr R. Olawale",
        "Siobhán O’Driscoll",
        "Sister Mary-Ellen Doyle", "Jan van der Berg",
    ])
    func `these are names`(text: String) { #expect(PersonName.isFull(text)) }

    @Test(arguments: [
        "School Nurse", "Children’s Social Care", "to be confirmed", "Not invited", "Monday",
        "Hollin Bank School",
        "4471 Thorne", "Vacancy",
    ])
    func `these are no names`(text: String) { #expect(!PersonName.isFull(text)) }

    @Test(arguments: [
        (
            "Joan Ackroyd – Midwife – Rakesfold Royal Hospital", "Joan Ackroyd", "Midwife",
            "Rakesfold Royal Hospital"
        ),
        ("NAIR, Priya (DC)", "DC Priya Nair", "", ""),
        ("Ruth Adeyemi (School Nurse)", "Ruth Adeyemi", "School Nurse", ""),
        (
            "Tom Barlow\tSocial Worker\tChildren’s Services", "Tom Barlow", "Social Worker",
            "Children’s Services"
        ),
        ("Duty school nurse (name not recorded)", "", "Duty school nurse", ""),
    ])
    func `a piece is taken apart`(text: String, name: String, role: String, organisation: String) {
        let person = reader.person(in: text, allowsRoleOnly: true)
        #expect(person?.name == name)
        #expect(person?.role == role)
        #expect(person?.organisation == organisation)
    }

    @Test(arguments: [
        "HS: soft tissue injury; bloods normal", "None", "See below", "TA - father has no record", "N/A",
    ])
    func `these name nobody`(text: String) { #expect(reader.person(in: text, allowsRoleOnly: true) == nil) }

    @Test func `a deputy says for whom`() {
        let person = reader.person(in: "Miss Bukola Afolabi for Mrs Gallacher", allowsRoleOnly: false)
        #expect(person?.name == "Miss Bukola Afolabi")
        #expect(person?.replaces == "Mrs Gallacher")
    }

    @Test(arguments: [
        ("School nurse", "Hollin Bank Primary School", "", Partner.health),
        ("Health practitioner", "CADS", "", .health),
        ("Police staff", "MASH", "", .police),
        ("Schools Liaison Officer", "Marl Hill cluster of schools", "PC 2218 Liam Hesp", .police),
        ("Virtual School head", "Exampleshire Council", "", .education),
        ("Team Manager", "Education and Skills Directorate", "", .socialCare),
        ("Minute taker", "", "", .socialCare),
        ("Education welfare officer", "Exampleshire Council", "", .education),
        ("Regulatory Inspector", "Ofsted", "", .other),
        ("Grandmother", "", "", .family),
    ])
    func `role beats organisation`(role: String, organisation: String, name: String, partner: Partner) {
        let classifier = PartnerClassifier(vocabulary: Vocabulary())
        #expect(classifier.partner(role: role, organisation: organisation, name: name) == partner)
    }
}
