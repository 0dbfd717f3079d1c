import Foundation

/// A file that the configuration only names; its content is read when it is needed, and never kept.
struct NamedFile: Equatable {
    var path: String
    var kind: Kind
    /// Where it is named.
    var place: ConfigurationProblem

    enum Kind {
        case secret
        case certificates
        case folder
    }

    /// What keeps the file from being used, or makes it unsafe; `nil` when all is well.
    var warning: ConfigurationProblem? {
        complaint.map { text in
            var problem = place
            problem.text = text
            return problem
        }
    }

    private var complaint: String? {
        let manager = FileManager.default
        var isFolder = ObjCBool(false)
        guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
            return switch kind {
            case .secret:
                "the secret's file does not exist yet; create it, or pass it as a systemd credential"
            case .certificates:
                "the file of certificate authorities does not exist; nothing can be sent without it"
            case .folder: "the folder does not exist yet; create it before the daemon starts"
            }
        }
        guard isFolder.boolValue == (kind == .folder) else {
            return kind == .folder ? "this is not a folder" : "this is a folder, not a file"
        }
        guard manager.isReadableFile(atPath: path) else {
            return "this user may not read it; the daemon's user must"
        }
        guard kind == .secret else { return nil }
        // The permissions of a link's target count, not those of the link.
        let target = URL(filePath: path).resolvingSymlinksInPath().path
        // The file was there a moment ago: if its attributes cannot be had now, the next check will say why.
        let attributes = try? manager.attributesOfItem(atPath: target)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        return mode & 0o077 == 0 ? nil : "others may read this secret; run `chmod 600` on the file"
    }
}

extension YAMLCursor {
    /// A path whose file is looked at by `minuted config check`, and not here.
    func namedFile(_ kind: NamedFile.Kind) -> String? {
        guard let path = filePath(kind == .folder ? "the path of a folder" : "the path of a file") else {
            return nil
        }
        let place = document.place(of: self)
        document.report.add(file: NamedFile(path: path, kind: kind, place: place))
        return path
    }
}
