import Distribution
import Foundation
import Minutes

/// Reads `minuted.yaml` and, through it, the other two files.
struct ConfigurationReader {
    let report: YAMLReport

    struct Result {
        var configuration: DaemonConfiguration
        var partners: String
        var rules: String
    }

    /// Reads every part even if one fails, so that all problems are told at once; `nil` if any did.
    func read(_ root: YAMLCursor) -> Result? {
        guard let section = root.section("council, inbox, mail, alerts, …") else { return nil }
        let council = section.required("council", "the council's name")?.string("the council's name")
        let mail = section.required("mail", "relay, from and bounces").flatMap { MailReader.read($0) }
        let alerts = section.required("alerts", "default and people").flatMap { AlertReader.read($0) }

        let folder = root.document.folder
        var partnersFile = folder.appending(path: "partners.yaml").standardizedFileURL.path
        var rulesFile = folder.appending(path: "rules.yaml").standardizedFileURL.path
        section.read("partners", into: &partnersFile) { $0.filePath("the path of the partner directory") }
        section.read("rules", into: &rulesFile) { $0.filePath("the path of the rules") }
        let directory = YAMLDocument.open(partnersFile, report: report).flatMap { DirectoryReader.read($0) }
        let rules = YAMLDocument.open(rulesFile, report: report).flatMap {
            RulesReader(partners: directory?.partners).read($0)
        }

        var parts = Parts()
        section.read("state", into: &parts.state) { $0.namedFile(.folder) }
        section.read("inbox", into: &parts.inbox) { inbox($0) }
        readRetry(section, into: &parts)
        section.read("unknown", into: &parts.unknown) {
            $0.choice(DaemonConfiguration.UnknownPolicy.self)
        }
        section.read("hold_everything", into: &parts.holdsEverything) { $0.boolean() }
        section.read("web", into: &parts.web) { WebReader.read($0) }
        section.read("log", into: &parts.log) { log($0) }
        section.finish()
        checkFolders(section, parts)

        guard let council, let mail, let alerts, let directory, let rules else { return nil }
        let configuration = DaemonConfiguration(
            council: council,
            state: parts.state,
            inbox: parts.inbox,
            mail: mail,
            retry: parts.retry,
            warnDelay: parts.warnDelay,
            unknown: parts.unknown,
            alerts: alerts,
            holdsEverything: parts.holdsEverything,
            web: parts.web,
            log: parts.log,
            directory: directory.directory,
            rules: rules
        )
        return Result(configuration: configuration, partners: partnersFile, rules: rulesFile)
    }

    private func inbox(_ cursor: YAMLCursor) -> DaemonConfiguration.Inbox? {
        guard let section = cursor.section("path, settle and rescan") else { return nil }
        var inbox = DaemonConfiguration.Inbox()
        section.read("path", into: &inbox.path) { $0.namedFile(.folder) }
        section.read("settle", into: &inbox.settle) { $0.duration(in: 1...600) }
        section.read("rescan", into: &inbox.rescan) { $0.duration(in: 5...3600) }
        section.finish()
        return inbox
    }

    private func log(_ cursor: YAMLCursor) -> DaemonConfiguration.Log? {
        guard let section = cursor.section("format and level") else { return nil }
        var log = DaemonConfiguration.Log()
        section.read("format", into: &log.format) { $0.choice(DaemonConfiguration.Log.Format.self) }
        section.read("level", into: &log.level) { $0.choice(DaemonConfiguration.Log.Level.self) }
        section.finish()
        return log
    }

    private func readRetry(_ section: YAMLSection, into parts: inout Parts) {
        section.read("retry", into: &parts.retry.waits) { cursor in
            guard let items = cursor.items("waits such as 1m, 5m, 1h") else { return nil }
            guard (1...50).contains(items.count) else {
                cursor.refuse(
                    "the list has \(items.count) waits",
                    expected: "1 to 50 waits such as 1m, 5m, 1h"
                )
                return nil
            }
            return items.compactMap { $0.duration(in: 10...172_800) }
        }
        section.read("give_up", into: &parts.retry.giveUp) { $0.duration(in: 3600...1_209_600) }
        section.read("warn_delay", into: &parts.warnDelay) { $0.duration(in: 60...1_209_600) }
        let retry = parts.retry
        if let first = retry.waits.first, first >= retry.giveUp {
            refuse(section, "give_up", or: "retry", "give_up passes before the first retry; make it longer")
        }
        if parts.warnDelay >= retry.giveUp {
            refuse(
                section,
                "warn_delay",
                or: "give_up",
                "warn_delay must be shorter than give_up; shorten it"
            )
        }
    }

    /// The ledger would be taken for minutes, or the minutes for the ledger's.
    private func checkFolders(_ section: YAMLSection, _ parts: Parts) {
        let (state, inbox) = (parts.state + "/", parts.inbox.path + "/")
        guard state.hasPrefix(inbox) || inbox.hasPrefix(state) else { return }
        refuse(section, "inbox", or: "state", "inbox and state folder lie in one another; keep them apart")
    }

    /// Reports an impossible combination at the first of two keys that is given.
    private func refuse(_ section: YAMLSection, _ key: String, or other: String, _ text: String) {
        let place = section.ifGiven(key) ?? section.ifGiven(other) ?? section.cursor
        place.refuse(because: text)
    }
}

/// What has a default, until its key is read.
private struct Parts {
    var state = DaemonConfiguration.defaultState
    var inbox = DaemonConfiguration.Inbox()
    var retry = RetrySchedule()
    var warnDelay = DaemonConfiguration.defaultWarnDelay
    var unknown = DaemonConfiguration.UnknownPolicy.resend
    var holdsEverything = false
    var web = DaemonConfiguration.Web()
    var log = DaemonConfiguration.Log()
}
