@echo off
rem Shows the briefing by double click. The folder of a deck that is dropped on this file is checked, and shown where
rem nothing is wrong with it; a file of a deck that is dropped has its deck checked.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul

set "JN_PYTHON="
py -3 -c "" >nul 2>nul && set "JN_PYTHON=py -3"
if not defined JN_PYTHON python -c "" >nul 2>nul && set "JN_PYTHON=python"
if not defined JN_PYTHON goto :no_python

if "%~1"=="" goto :show
if not "%~2"=="" goto :show
if exist "%~1\" goto :dropped_folder
if /i "%~x1"==".yaml" goto :dropped_file
if /i "%~x1"==".yml" goto :dropped_file
goto :show

:dropped_folder
%JN_PYTHON% "%~dp0run.py" check "%~1"
set "JN_EXIT=%ERRORLEVEL%"
if not "%JN_EXIT%"=="0" goto :end

:show
%JN_PYTHON% "%~dp0run.py" %*
set "JN_EXIT=%ERRORLEVEL%"

:end
if not "%JN_EXIT%"=="0" pause
exit /b %JN_EXIT%

:dropped_file
%JN_PYTHON% "%~dp0run.py" check "%~1"
set "JN_EXIT=%ERRORLEVEL%"
pause
exit /b %JN_EXIT%

:no_python
echo Python 3.10 to 3.14 is needed: install it from python.org, with "Add python.exe to PATH" ticked.
echo 需要 Python 3.10 至 3.14：请从 python.org 安装，并勾选 "Add python.exe to PATH"。
pause
exit /b 2
