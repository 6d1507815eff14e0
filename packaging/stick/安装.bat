@echo off
rem Installs JN Presenter from this stick, without a network. ASCII alone stands here, since cmd reads this file in the
rem machine's own code page; what is said stands in files of UTF-8 beside it, which `type` shows in code page 65001.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
set "JN_FILES=%~dp0files"
set "JN_PYTHON="
set "PYTHONPATH="
set "PYTHONHOME="

if not exist "%JN_FILES%\install.py" goto :incomplete
call :find
if defined JN_PYTHON goto :install

type "%JN_FILES%\words\python-wanted.txt"
set "JN_SETUP=%JN_FILES%\python\@INSTALLER@"
if not exist "%JN_SETUP%" goto :no_setup
set "JN_HASH="
for /f "skip=1 delims=" %%H in ('certutil -hashfile "%JN_SETUP%" SHA256') do if not defined JN_HASH set "JN_HASH=%%H"
set "JN_HASH=%JN_HASH: =%"
if /i not "%JN_HASH%"=="@SHA256@" goto :bad_setup
type "%JN_FILES%\words\python-consent.txt"
choice /c YN /n
if errorlevel 2 goto :declined
start "" /wait "%JN_SETUP%" /passive InstallAllUsers=0 PrependPath=0 Include_launcher=0 Include_test=0 Include_doc=0 Shortcuts=0
if errorlevel 1 goto :setup_failed
call :find
if not defined JN_PYTHON goto :setup_failed

:install
%JN_PYTHON% -B "%JN_FILES%\install.py" %*
set "JN_EXIT=%ERRORLEVEL%"
pause
exit /b %JN_EXIT%

:find
rem Those versions alone that this stick has wheels for, of 64 bits.
for %%V in (@WINDOWS@) do if not defined JN_PYTHON py -%%V -c "import sys; sys.exit(sys.maxsize < 2**32)" >nul 2>nul && set "JN_PYTHON=py -%%V"
if defined JN_PYTHON exit /b 0
set "JN_OWN=%LOCALAPPDATA%\Programs\Python\@PYTHON_FOLDER@\python.exe"
if exist "%JN_OWN%" set JN_PYTHON="%JN_OWN%"
if defined JN_PYTHON exit /b 0
python -c "import sys; sys.exit('%%d.%%d' %% sys.version_info[:2] not in '@WINDOWS@'.split() or sys.maxsize < 2**32)" >nul 2>nul && set "JN_PYTHON=python"
exit /b 0

:incomplete
rem No words are to be had from files that may be gone too.
echo This stick is not whole: copy the whole folder again.
pause
exit /b 2

:no_setup
type "%JN_FILES%\words\python-missing.txt"
pause
exit /b 2

:bad_setup
type "%JN_FILES%\words\python-damaged.txt"
pause
exit /b 2

:declined
type "%JN_FILES%\words\python-declined.txt"
pause
exit /b 2

:setup_failed
type "%JN_FILES%\words\python-failed.txt"
pause
exit /b 2
