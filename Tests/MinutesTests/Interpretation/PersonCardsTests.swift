import Testing

@testable import Minutes

struct PersonCardsTests {
    private func people(_ text: String) -> [String: Evidence] {
        Dictionary((readRecord(minutes(attendance: text))?.participants ?? []).map { ($0.name, $0.evidence) })
        {
            first,
            _ in first
        }
    }

    @Test func `a block of labelled lines is a person`() {
        let found = people(
            """
            Name: Ann Carter
            Role: Team Manager
            Agency: Social Care
            Attended: Yes
            Name: Mrs Jo Lomax
            Role: Headteacher
            Agency: Hollin Bank Primary School
            Attended: No
            Apologies: Yes
            Name: DC Bob Platt
            Role: Detective
            Agency: Northmere Police
            Attended: Yes
            """
        )
        #expect(found == ["Ann Carter": .attended, "Mrs Jo Lomax": .apologies, "DC Bob Platt": .attended])
    }

    @Test func `an empty block is nobody`() {
        let found = people(
            """
            Name: Ann Carter
            Role: Team Manager
            Status: Attended
            Name:
            Role:
            Status:
            Name: Mrs Jo Lomax
            Role: Headteacher
            Status: Invited, no response
            """
        )
        #expect(found == ["Ann Carter": .attended, "Mrs Jo Lomax": .invited])
    }
}
