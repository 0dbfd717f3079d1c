/// The parts of an Office file, wherever they are kept.
enum PackageParts {
    case zip(ZipArchive)
    case flat(FlatPackage)

    func contains(_ name: String) -> Bool {
        switch self {
        case .zip(let archive): archive.contains(name)
        case .flat(let package): package.contains(name)
        }
    }

    func contents(of name: String) throws(ReadingError) -> [UInt8]? {
        switch self {
        case .zip(let archive): try archive.contents(of: name)
        case .flat(let package): package.contents(of: name)
        }
    }

    /// Names of all parts in lower case.
    var names: [String] {
        switch self {
        case .zip(let archive): Array(archive.names)
        case .flat(let package): package.names
        }
    }

    /// What a part is said to be, and all kinds that are named, in lower case; nil where nothing says it.
    func contentTypes(
        of part: String,
        limits: ReadingLimits
    ) throws(ReadingError) -> (part: String, all: [String])? {
        switch self {
        case .flat(let package): return (package.contentType(of: part), package.contentTypes)
        case .zip(let archive):
            guard let bytes = try archive.contents(of: "[Content_Types].xml") else { return nil }
            let cursor = try XMLCursor(bytes, limits: limits)
            var byPart: String?
            var byExtension: String?
            var all: [String] = []
            _ = try cursor.root()
            try cursor.forEachChild { tag throws(ReadingError) in
                guard let type = cursor.attribute("ContentType")?.lowercased() else { return }
                all.append(type)
                switch tag {
                case .contentTypeOverride:
                    let name = cursor.attribute("PartName") ?? ""
                    if name.lowercased() == "/" + part.lowercased() { byPart = type }
                case .contentTypeDefault:
                    let ending = "." + (cursor.attribute("Extension") ?? "").lowercased()
                    if part.lowercased().hasSuffix(ending) { byExtension = type }
                default: break
                }
            }
            return (byPart ?? byExtension ?? "", all)
        }
    }
}
