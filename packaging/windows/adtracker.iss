; Not run yet: written for Inno Setup 6, called by build.ps1, proven nowhere so far.
; The diary lies in %LOCALAPPDATA%\adtracker and is no part of what is installed, so nothing here removes it.
#ifndef Version
  #error Say the version: ISCC /DVersion=...
#endif

[Setup]
AppId={{6B0D1C52-3E0F-4B0B-9C67-AD7D1A2E6F10}
AppName=adtracker
AppVersion={#Version}
AppPublisher=adtracker contributors
DefaultDirName={localappdata}\Programs\adtracker
DisableProgramGroupPage=yes
DisableDirPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=adtracker-{#Version}-windows
UninstallDisplayIcon={app}\adtracker.exe
Compression=lzma2/max
SolidCompression=yes

[InstallDelete]
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\packed\adtracker\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{userprograms}\adtracker"; Filename: "{app}\adtracker.exe"; AppUserModelID: "org.adtracker.adtracker"

[Registry]
Root: HKCU; Subkey: "Software\Classes\.diary"; ValueType: string; ValueData: "adtracker.diary"; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\adtracker.diary"; ValueType: string; ValueData: "adtracker diary"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\adtracker.diary\DefaultIcon"; ValueType: string; ValueData: "{app}\adtracker.exe,0"
Root: HKCU; Subkey: "Software\Classes\adtracker.diary\shell\open\command"; ValueType: string; ValueData: """{app}\adtracker.exe"" ""%1"""

[Run]
Filename: "{app}\adtracker.exe"; Description: "Open adtracker"; Flags: nowait postinstall skipifsilent
