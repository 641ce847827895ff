# Not run yet: written for Windows 10 and 11 with Python 3.11 and Inno Setup 6, proven nowhere so far.
# Makes dist\adtracker-VERSION-windows.exe, which installs for one person and asks for no administrator.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")

py packaging\build.py wheel folder
if ($LASTEXITCODE -ne 0) { throw "The program could not be packed." }

$version = (Select-String -Path adtracker\__init__.py -Pattern '^__version__ = "(.+)"').Matches[0].Groups[1].Value
$compiler = Join-Path ${env:ProgramFiles(x86)} "Inno Setup 6\ISCC.exe"
& $compiler "/DVersion=$version" packaging\windows\adtracker.iss
if ($LASTEXITCODE -ne 0) { throw "The installer could not be made." }

# The program must start: its own version, from the packed folder.
$said = & build\packed\adtracker\adtracker.exe --version | Out-String
Write-Output $said
