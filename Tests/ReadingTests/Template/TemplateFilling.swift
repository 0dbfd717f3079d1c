import Minutes
import TestSupport

/// One way of filling in the template, and what must be read of it.
struct TemplateFilling {
    var date = (typed: "", read: CalendarDate(year: 2026, month: 11, day: 19))
    var time = (typed: "", read: ClockTime(hour: 14, minute: 0))
    var kind = Meeting.Kind.strategy
    var urgency = Meeting.Urgency.unknown
    var isApproved = false
    var children: [(child: Child, born: String)] = []
    var people: [Row] = []
    var sections: [String: String] = [:]
    var actions: [MeetingRecord.Action] = []

    /// One row of the attendance table.
    struct Row {
        /// The section of the table, which is the printed agency.
        var section: String
        /// What is typed where no agency is printed.
        var agency: String
        var ticks: Set<String>
        var read: Participant
    }

    /// The sections of the template's attendance table.
    static let agencies = ["social-care", "health", "police", "education", "other"]

    /// The twenty ways, made of numbers so that each is the same on every day.
    static let all: [TemplateFilling] = (0..<20).map { TemplateFilling(number: $0) }

    init(number: Int) {
        var random = SeededNumbers(seed: UInt64(number) &* 7919 &+ 3)
        let day = Int.random(in: 1...28, using: &random)
        let month = Int.random(in: 1...12, using: &random)
        let months =
            ["January", "February", "March", "April", "May", "June", "July", "August", "September"]
            + ["October", "November", "December"]
        date.read = CalendarDate(year: 2026, month: month, day: day)
        date.typed =
            number % 3 == 2 ? "\(day) \(months[month - 1]) 2026" : "\(Self.two(day))/\(Self.two(month))/2026"
        let hour = Int.random(in: 8...17, using: &random)
        time.read = ClockTime(hour: hour, minute: 30)
        time.typed =
            number % 4 == 3
            ? "\(hour > 12 ? hour - 12 : hour).30\(hour > 11 ? "pm" : "am")" : "\(Self.two(hour)):30"
        kind = number % 5 == 4 ? .reviewStrategy : .strategy
        urgency = [.planned, .urgent, .outOfHours, .unknown][number % 4]
        isApproved = number % 2 == 0
        addChildren(number, &random)
        addPeople(number, &random)
        addText(number)
    }

    private mutating func addChildren(_ number: Int, _ random: inout SeededNumbers) {
        let surname = Self.surnames[number % Self.surnames.count]
        if number % 10 == 7 {
            children = [(Child(name: "Unborn baby of Hannah \(surname)", reference: "55\(number)01"), "")]
            return
        }
        let setting = number % 10 == 3 ? nil : "Hollin Bank Primary School"
        for first in ["Ava", "Kezia", "Tomasz"].prefix(number % 4 == 1 ? 3 : 1) {
            let born = CalendarDate(year: 2026 - Int.random(in: 6...10, using: &random), month: 3, day: 2)
            children.append(
                (
                    Child(
                        name: "\(first) \(surname)",
                        dateOfBirth: born,
                        reference: "4\(number)81\(children.count)",
                        setting: setting
                    ),
                    born.map { "02/03/\($0.year)" } ?? ""
                )
            )
        }
    }

    private mutating func addPeople(_ number: Int, _ random: inout SeededNumbers) {
        add(
            "social-care",
            "Maya Tattersall",
            "Team manager",
            "Assessment team",
            .socialCare,
            ["invited", "attended"]
        )
        if number % 3 != 0 {
            add("social-care", "Jean-Luc de Vries", "Social worker", "", .socialCare, ["attended"])
        }
        let ways: [Set<String>] = [
            ["invited", "attended"], ["invited", "apologies"], ["invited", "apologies", "report"],
            ["consulted"],
            ["invited"], [], ["invited", "consulted", "report"], ["attended"],
            ["invited", "attended", "report"],
        ]
        func way(_ step: Int) -> Set<String> { ways[(number * step + step) % ways.count] }
        add("health", "Siân O’Connor-Smith", "Health visitor", "CADS health", .health, way(1))
        if number % 4 == 2 {
            add("health", "Dr Amara Okonkwo", "GP", "Moorgate Surgery", .health, ["consulted"])
        }
        add("police", "DS 4417 Dev Patel", "Detective sergeant", "Referral unit", .police, way(2))
        // A row without a name: the school by its office alone.
        let hasSetting = children.contains { $0.child.setting != nil }
        if hasSetting {
            let ticks = way(5)
            let name = number % 5 == 0 && !ticks.isEmpty ? "" : "Mrs Gillian Sharrock"
            add(
                "education",
                name,
                "Designated safeguarding lead",
                "Hollin Bank Primary School",
                .education,
                ticks
            )
        }
        if number % 6 == 1 {
            add(
                "other",
                "Ruth Birtwistle",
                "Housing officer",
                "Northmere Homes",
                .housing,
                ["attended"],
                agency: "Housing"
            )
        }
    }

    private mutating func add(
        _ agency: String,
        _ name: String,
        _ role: String,
        _ organisation: String,
        _ partner: Partner,
        _ ticks: Set<String>,
        agency typed: String = ""
    ) {
        let evidence: Evidence =
            ticks.contains("attended")
            ? .attended
            : !ticks.isDisjoint(with: ["consulted", "report"])
                ? .contributed : ticks.contains("apologies") ? .apologies : .invited
        people.append(
            Row(
                section: agency,
                agency: typed,
                ticks: ticks,
                read: Participant(
                    name: name,
                    role: role,
                    organisation: organisation,
                    partner: partner,
                    evidence: evidence
                )
            )
        )
    }

    private mutating func addText(_ number: Int) {
        sections["reason"] = "A referral came on Monday after a bruise was seen at home."
        if number % 2 == 1 {
            sections["no-part"] =
                "The office was closed. A message was left; they are to be contacted tomorrow."
        }
        if number % 3 == 1 { sections["views"] = "Ava says that she feels safe with her aunt." }
        if number % 4 == 0 { sections["contingency"] = "If the aunt cannot keep her, the duty team is rung." }
        if number % 5 < 4 { sections["decision"] = "The threshold is met. A joint enquiry begins today." }
        if number % 3 == 0 {
            actions = [
                MeetingRecord.Action(text: "Visit the home", owner: "Jean-Luc de Vries", due: "20/11/2026"),
                MeetingRecord.Action(text: "Book the medical", owner: "", due: "today"),
            ]
        }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let surnames = [
        "Sample", "Costache", "Mbeki-Swann", "O’Hara", "Al-Jaziri", "Threlfall", "Ng",
    ]
}
