import Distribution
import Minutes
import Testing

/// Who gets the minutes (design section 8), and above all who does not.
struct DistributionPlannerTests {
    private static let standardHealth = contact("cads-health", .health, isDefault: true)
    private static let schoolNursing = contact("school-nursing", .health, knownAs: ["0-19 Service", "school nurse"])
    private static let police = contact("police", .police, isDefault: true)
    private static let hollinBank = setting(900_001, "Hollin Bank Primary School", knownAs: ["Hollin Bank"])
    private static let moorbeck = setting(900_002, "Moorbeck Academy")

    private static func contact(
        _ id: String,
        _ partner: Partner,
        knownAs: [String] = [],
        isDefault: Bool = false
    ) -> Contact {
        Contact(
            id: id,
            partner: partner,
            name: "The \(id) team",
            knownAs: knownAs,
            channel: channel("\(id)@partner.example"),
            isDefault: isDefault
        )
    }

    private static func setting(_ urn: Int, _ name: String, knownAs: [String] = []) -> Setting {
        Setting(urn: urn, name: name, knownAs: knownAs, channel: channel("dsl-\(urn)@school.example"))
    }

    private static func channel(_ address: String) -> Channel {
        guard let address = MailAddress(address) else { preconditionFailure("a sample address is an address") }
        return .mail(address)
    }

    private static let directory = PartnerDirectory(
        contacts: [standardHealth, schoolNursing, police],
        settings: [hollinBank, moorbeck]
    )

    private func plan(
        _ participants: [Participant],
        setting: String? = "Hollin Bank Primary School",
        directory: PartnerDirectory = DistributionPlannerTests.directory,
        previous: [(contact: String, partner: Partner, name: String)] = []
    ) -> DistributionPlan {
        let record = MeetingRecord(
            children: [Child(name: "Ava Sample", setting: setting)],
            participants: participants
        )
        let check = Check(of: record, rules: Rules())
        return DistributionPlanner(directory: directory, rules: Rules())
            .plan(for: record, check: check, previous: previous)
    }

    private func person(
        _ partner: Partner,
        _ evidence: Evidence = .attended,
        role: String = "",
        organisation: String = "",
        email: String? = nil
    ) -> Participant {
        Participant(
            name: "P. Tester",
            role: role,
            organisation: organisation,
            partner: partner,
            evidence: evidence,
            email: email
        )
    }

    private func ids(_ plan: DistributionPlan) -> [String] { plan.recipients.map(\.contact.id).sorted() }

    @Test(arguments: [
        "Hollin Bank Primary School", "hollin bank", "Hollin Bank (URN 900001)", "Hollin Bank Primary School, Rakesfold",
    ])
    func `the setting that the minutes name is found by URN, name, alias and a name that says more`(name: String) {
        #expect(ids(plan([person(.education)], setting: name)) == ["setting-900001"])
    }

    @Test func `without the child's setting, that of the school's own people counts`() {
        let head = person(.education, role: "Headteacher", organisation: "Moorbeck Academy")

        #expect(ids(plan([head], setting: nil)) == ["setting-900002"])
    }

    @Test(arguments: ["Bank Primary", "Hollin", "Ashgrove School", "School"])
    func `a setting that is not in the directory is held and not guessed`(name: String) {
        let plan = plan([person(.education)], setting: name)

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided.map(\.partner) == [.education])
        #expect(plan.undecided[0].because.contains("not in the partner directory"))
    }

    @Test func `a name that fits two settings is held`() {
        var directory = Self.directory
        directory.settings.append(Self.setting(900_003, "Hollin Bank Nursery", knownAs: ["Hollin Bank"]))

        let plan = plan([person(.education)], setting: "Hollin Bank", directory: directory)

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided[0].because.contains("more than one setting"))
    }

    @Test func `a setting without an address is held`() {
        var directory = Self.directory
        directory.settings[0].channel = nil

        let plan = plan([person(.education)], directory: directory)

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided[0].because.contains("900001"))
    }

    @Test(arguments: [
        ("Exampleshire 0-19 Service", "", "school-nursing"), ("", "Named School Nurse", "school-nursing"),
        ("", "Health visitor", "cads-health"), ("General hospital", "Paediatrician", "cads-health"),
    ])
    func `a contact is found by organisation or role, and the default stands for what is not known`(
        organisation: String,
        role: String,
        contact: String
    ) {
        #expect(ids(plan([person(.health, role: role, organisation: organisation)])) == [contact])
    }

    @Test func `two contacts that fit equally are held, and no default stands in`() {
        var directory = Self.directory
        directory.contacts.append(Self.contact("nursing-north", .health, knownAs: ["school nurse"]))

        let plan = plan([person(.health, role: "School nurse")], directory: directory)

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided[0].because.contains("fit equally well"))
    }

    @Test func `an e-mail address in the document only chooses among contacts that fit`() {
        var directory = Self.directory
        directory.contacts.append(Self.contact("nursing-north", .health, knownAs: ["school nurse"]))
        let known = person(.health, role: "School nurse", email: "nursing-north@partner.example")
        let strange = person(.health, role: "School nurse", email: "someone@elsewhere.example")
        let misplaced = person(.police, role: "Sergeant", email: "nursing-north@partner.example")

        #expect(ids(plan([known], directory: directory)) == ["nursing-north"])
        #expect(plan([strange], directory: directory).recipients.isEmpty)
        #expect(ids(plan([misplaced], directory: directory)) == ["police"])
    }

    @Test func `without a default and without a match the delivery is held`() {
        let directory = PartnerDirectory(contacts: [Self.schoolNursing])

        let plan = plan([person(.health, role: "Midwife")], directory: directory)

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided[0].because.contains("none is marked as its default"))
    }

    @Test func `a partner that took part but has no contact at all is held, but not the council's own people`() {
        let plan = plan([person(.probation), person(.socialCare), person(.other)])

        #expect(plan.recipients.isEmpty)
        #expect(plan.undecided.map(\.partner) == [.probation])
    }

    @Test func `family is never sent anything, whatever the directory says`() {
        var directory = Self.directory
        directory.contacts.append(Self.contact("home", .family, knownAs: ["mother"], isDefault: true))

        let plan = plan([person(.family, role: "Mother", email: "home@partner.example")], directory: directory)

        #expect(plan.recipients.isEmpty && plan.undecided.isEmpty)
    }

    @Test func `a missing partner is not sent the minutes by itself, one that was only invited is`() {
        #expect(ids(plan([person(.health)])) == ["cads-health"])
        #expect(ids(plan([person(.health), person(.police, .invited)])) == ["cads-health", "police"])
        #expect(ids(plan([person(.police, .apologies)])) == ["police"])
        #expect(ids(plan([person(.police, .none)])) == [])
    }

    @Test func `two people of one organisation lead to one delivery`() {
        let nurse = person(.health, role: "School nurse")

        #expect(ids(plan([nurse, nurse, person(.health, role: "Health visitor")])) == ["school-nursing"])
    }

    @Test func `whoever had an earlier version gets the new one, even if it no longer names them`() {
        let plan = plan([person(.health)], previous: [("police", .police, "Police"), ("cads-health", .health, "CADS")])

        #expect(ids(plan) == ["cads-health", "police"])
        #expect(plan.recipients.first { $0.contact.id == "police" }?.because.contains("earlier version") == true)
    }

    @Test func `an earlier recipient that left the directory is held, and a person told`() {
        let plan = plan([person(.health)], previous: [("gone", .housing, "Housing team")])

        #expect(ids(plan) == ["cads-health"])
        #expect(plan.undecided.map(\.partner) == [.housing])
        #expect(plan.undecided[0].because.contains("Housing team had an earlier version"))
    }

    @Test func `no plan has an address that is not in the directory`() {
        let allowed = Set(Self.directory.allContacts.map(\.channel.address))
        for partner in Partner.builtIn {
            for evidence in [Evidence.invited, .attended] {
                let stranger = person(
                    partner,
                    evidence,
                    role: "attacker@elsewhere.example",
                    organisation: "attacker@elsewhere.example",
                    email: "attacker@elsewhere.example"
                )
                let plan = plan([stranger], setting: "attacker@elsewhere.example")
                #expect(allowed.isSuperset(of: plan.recipients.map(\.contact.channel.address)))
            }
        }
    }
}
