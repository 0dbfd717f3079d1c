/// What a label or column says of a child.
enum ChildLabel {
    case name
    case dateOfBirth
    case reference
    case setting

    init?(_ label: Tokens) {
        let key = label.key
        if label.count > 7 || label.isEmpty { return nil }
        if [
            "nhs number", "nhs no", "nhs", "upn", "urn", "lado reference", "lado ref", "edt ref",
            "edt reference", "police ref", "crime number", "order no",
        ].contains(key) {
            return nil
        }
        switch key {
        case "child", "children", "childs name", "child name", "name of child", "child ren", "name",
            "subject child", "child concerned", "subject", "names of children", "name of children",
            "young person", "child young person", "re", "concerning", "name s", "child s name",
            "childs full name", "full name", "name of child young person", "name of child ren",
            "child ren subject of discussion", "children subject of discussion", "subject of meeting",
            "young persons name", "child 1", "child 2", "child 3", "child 4", "child subject",
            "childrens names", "child s", "subject of discussion", "name of subject child",
            "name of young person", "unborn", "unborn child", "unborn baby", "young person concerned",
            "sibling 1", "childs name s", "name of unborn", "name of child unborn", "baby":
            self = .name
        case "dob", "d o b", "date of birth", "birth date", "born", "childs dob", "childs date of birth",
            "dob edd", "d o b edd", "date of birth edd", "dob age":
            self = .dateOfBirth
        default:
            if label.says(.settingLabel), label.count <= 5,
                !label.says(.notSettingLabel)
            {
                self = .setting
            } else if key == "education" {
                self = .setting
            } else if label.says(.referenceLabel) || key == "id" {
                self = .reference
            } else {
                return nil
            }
        }
    }
}
