import Testing

@testable import Minutes

struct MarkingTests {
    private func kinds(_ line: String) -> [MeetingRecord.Marking.Kind]? {
        readRecord(minutes(text: line))?.markings.map(\.kind)
    }

    @Test(arguments: [
        ("# POLICE SENSITIVE", MeetingRecord.Marking.Kind.policeSensitive),
        ("Police sensitive information: Yes – see below", .policeSensitive),
        ("This paragraph is police-sensitive and is not to be shared.", .policeSensitive),
        ("# Sensitive police intelligence", .policeSensitive),
        ("Not to be disclosed without police permission.", .policeSensitive),
        ("RESTRICTED CIRCULATION – COPY NUMBER 3", .restricted),
        ("# Named recipients only", .restricted),
        ("These minutes are not to be circulated: restricted to those present.", .restricted),
        ("RESTRICTED – DO NOT COPY", .restricted), ("# RESTRICTED", .restricted),
        ("This meeting is restricted.", .restricted),
        ("Please note that this case is restricted.", .restricted),
        ("Each copy is numbered.", .restricted),
        ("NOT TO BE SHARED WITH THE SCHOOL. Ask the Chair first.", .restricted),
        ("CIRCULATION OF THIS RECORD IS LIMITED TO THOSE NAMED", .restricted),
        ("New address not to be given to father.", .confidentialAddress),
        ("Placement: undisclosed", .confidentialAddress),
        ("# NOT FOR DISTRIBUTION", .restricted), ("Address: withheld", .confidentialAddress),
        ("Address: CONFIDENTIAL – refuge", .confidentialAddress),
        ("Confidential address: Yes", .confidentialAddress),
        ("The address must not be disclosed to father.", .confidentialAddress),
        ("| Is the address confidential? | Yes |\n| Gender | F |", .confidentialAddress),
        ("Mum's whereabouts must not be given to anybody.", .confidentialAddress),
        ("| Confidential placement | Yes |\n| Gender | F |", .confidentialAddress),
    ])
    func `a marking holds the minutes`(line: String, kind: MeetingRecord.Marking.Kind) {
        #expect(kinds(line)?.contains(kind) == true)
    }

    @Test(arguments: [
        "Father has restricted access to Ava.", "Police only attended once.",
        "Police sensitive information: None", "Confidential address: No",
        "There is no police-sensitive information.", "| Police sensitive? | No |\n| Gender | F |",
        "| Confidential address | ☐ Yes ☒ No |\n| Gender | F |",
        "Address: 4 Mill Lane, LX1 2AB", "The address is known to the police.", "OFFICIAL-SENSITIVE",
        "CONFIDENTIAL", "Mum lives at a refuge.",
        "Contact is restricted to weekends.", "# Restricted diet and its effects",
        "Restricted movement of the arm was seen by the GP.", "Private and confidential – do not copy",
        "The chair reminded all that the meeting was confidential.",
        "Is there a confidential address? No", "DC Platt has sensitive enquiries to make.",
        "Mum's address: as above", "Restricted circulation: N/A",
    ])
    func `these mark nothing`(line: String) {
        #expect(kinds(line) == [])
    }

    @Test func `brothers and sisters are exempt only together and in words`() {
        func exempt(_ text: String, second: String = "2024-05-01") -> Bool {
            let document = Document(
                lines: """
                    # Strategy meeting minutes
                    Child 1: Ava Sample
                    DOB: 02/03/2025
                    Nursery: None
                    Child 2: Tom Sample
                    DOB: \(second)
                    Nursery: None
                    Date of meeting: 19/11/2026
                    # Present
                    Ann Carter, Team Manager, Social Care
                    DC Bob Platt, Northmere Police
                    # Information shared
                    \(text)
                    """
            )
            return readRecord(document)?.exemptions.isEmpty == false
        }
        #expect(exempt("Both children are below school age and attend no nursery."))
        #expect(!exempt("Ava is below school age and attends no nursery."))
        #expect(!exempt("Both children are below school age and attend no nursery.", second: "2016-05-01"))
    }
}
