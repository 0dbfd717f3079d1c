import Distribution
import Foundation

/// Reads `alerts:`: the steps for each code, and the people they lead to.
enum AlertReader {
    static func read(_ cursor: YAMLCursor) -> AlertPolicy? {
        guard let section = cursor.section("default and people") else { return nil }
        let peopleCursor = section.required("people", "who can be told, by a name of your choice")
        let people = peopleCursor.flatMap { self.people($0) }
        let names = peopleCursor?.names ?? []
        let fallback = section.required("default", "the steps of all alerts that have none of their own")
            .flatMap { steps($0, names) }
        var byCode: [String: [AlertPolicy.Step]] = [:]
        var used = Set(fallback?.map(\.to) ?? [])
        for code in AlertCode.allCases.map(\.rawValue) {
            guard let steps = section.ifGiven(code).flatMap({ steps($0, names) }) else { continue }
            byCode[code] = steps
            used.formUnion(steps.map(\.to))
        }
        section.finish()
        guard let people, let fallback else { return nil }
        for name in people.keys.sorted() where !used.contains(name) {
            peopleCursor?.warn("'\(name)' is in no step and will never be told anything")
        }
        return AlertPolicy(steps: byCode, fallback: fallback, people: people)
    }

    private static func people(_ cursor: YAMLCursor) -> [String: AlertPolicy.Person]? {
        guard let section = cursor.section("people by a name of your choice") else { return nil }
        var people: [String: AlertPolicy.Person] = [:]
        for entry in section.allEntries() {
            guard let person = entry.value.section("email or webhook") else { continue }
            let channel = ChannelReader.required(person)
            person.finish()
            people[entry.name] = channel.map { AlertPolicy.Person(channel: $0) }
        }
        return people
    }

    private static func steps(_ cursor: YAMLCursor, _ names: [String]) -> [AlertPolicy.Step]? {
        guard let items = cursor.items("steps such as {to: safeguarding-lead, at: 0m}") else { return nil }
        guard !items.isEmpty else {
            cursor.refuse(
                "the list is empty, so that nobody would be told",
                expected: "at least one step",
                remedy: "add one, or delete the line to use `default`"
            )
            return nil
        }
        return items.compactMap { step($0, names) }
    }

    private static func step(_ cursor: YAMLCursor, _ names: [String]) -> AlertPolicy.Step? {
        guard let section = cursor.section("to and at") else { return nil }
        let to = section.required("to", "one of the people")
        let name = to?.string("one of the people")
        var time = Delay()
        if let value = section.ifGiven("at").flatMap({ delay($0) }) { time = value }
        section.finish()
        guard let name else { return nil }
        guard names.contains(name) else {
            let near = Spelling.nearest(to: name, in: names)
            to?.refuse(
                "'\(name)' is not among the people",
                expected: names.isEmpty ? "a name under `people`" : "one of \(names.joined(separator: ", "))",
                remedy: near.map { "did you mean '\($0)'?" } ?? "add that name under `people`, or correct it"
            )
            return nil
        }
        return AlertPolicy.Step(to: name, after: time.seconds, isWorkingTime: time.isWorkingTime)
    }

    private struct Delay {
        var seconds: TimeInterval = 0
        var isWorkingTime = false
    }

    /// `4h`, or `4h working` for working hours only.
    private static func delay(_ cursor: YAMLCursor) -> Delay? {
        let expected = "a time after the alert such as 0m, 4h or 4h working, up to 30d"
        guard let text = cursor.string(expected) else { return nil }
        let words = text.split(separator: " ")
        guard let first = words.first, let seconds = DurationText.seconds(String(first)),
            seconds <= 30 * 86_400, words.count == 1 || (words.count == 2 && words[1] == "working")
        else {
            cursor.refuse(cursor.foundText, expected: expected)
            return nil
        }
        return Delay(seconds: seconds, isWorkingTime: words.count == 2)
    }
}
