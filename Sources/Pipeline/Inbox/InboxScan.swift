/// Decides which files in the inbox have been written to their end.
///
/// Comes in: what one listing of the inbox shows, and the time. Goes out: which files can be taken, which wait and
/// why, which are never touched. There is one gate for all files, found by an event, by a rescan or at start-up: size,
/// modification time and inode must stay as they are for `settle` on the monotonic clock. Nothing here survives the
/// process, nor needs to: after a start every file settles anew. Vanished files are forgotten at the next look.
package struct InboxScan: Sendable {
    private let options: InboxOptions
    private var sightings: [FileName: Sighting] = [:]

    package init(options: InboxOptions) { self.options = options }

    /// Compares a new listing with the earlier ones; `now` must not run backwards.
    package mutating func look(at listing: [FileSnapshot], now: ContinuousClock.Instant) -> InboxLook {
        let earlier = sightings
        sightings = [:]
        for file in listing where !Self.ourFolders.contains(file.name) {
            if let before = earlier[file.name], file.isUnchanged(since: before.file) {
                sightings[file.name] = before
            } else {
                sightings[file.name] = Sighting(file: file, since: now)
            }
        }
        var look = InboxLook()
        for file in listing where sightings[file.name] != nil && !OfficeLitter.contains(file.name) {
            guard file.kind == .file else {
                look.ignored.append(.init(file: file, isNew: earlier[file.name]?.file.kind != file.kind))
                continue
            }
            judge(file, now: now, into: &look)
        }
        return look
    }

    /// How many names are remembered; never more than the last listing had.
    package var sightingCount: Int { sightings.count }

    private func judge(_ file: FileSnapshot, now: ContinuousClock.Instant, into look: inout InboxLook) {
        guard let since = sightings[file.name]?.since else { return }
        let owners = OfficeLitter.ownerFiles(of: file.name).compactMap { sightings[$0] }
        if let youngest = owners.map(\.since).max(), youngest.advanced(by: options.staleOwner) > now {
            let until = youngest.advanced(by: options.staleOwner)
            look.waiting.append(.init(file: file, reason: .openInOffice, until: until))
            return
        }
        let patience = file.size == 0 ? max(options.emptyLimit, options.settle) : options.settle
        let until = since.advanced(by: patience)
        guard until <= now else {
            let reason: InboxLook.Reason = file.size == 0 ? .empty : .settling
            look.waiting.append(.init(file: file, reason: reason, until: until))
            return
        }
        look.settled.append(.init(file: file, hasStaleOwner: !owners.isEmpty))
    }

    private struct Sighting {
        var file: FileSnapshot
        /// When the file was first seen as it is.
        var since: ContinuousClock.Instant
    }

    private static let ourFolders = Set([
        InboxFolder.acceptedFolder, InboxFolder.attentionFolder, InboxFolder.duplicatesFolder,
        InboxFolder.workingFolder,
    ])
}
