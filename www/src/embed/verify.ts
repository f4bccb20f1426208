import "../elements/tc-verify";

document.body.append(document.createElement("tc-verify"));
