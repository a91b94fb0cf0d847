# Makes C++ of the page's files, with the hashes its Content-Security-Policy names, so that no other style or script runs:
# cmake -DFROM=FOLDER -DSCRIPTS=LIST -DINTO=FILE -P embed.cmake

# A hash as CSP wants it: base64 of its bytes. CMake gives hexadecimal digits: three of them are two signs of base64.
function(csp_hash text result)
  string(SHA256 digits "${text}")
  set(signs ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  string(APPEND digits "00")  # 64 digits and two make 66, which three divides; the last sign stands for them alone
  set(out "")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING ${digits} ${at} 3 three)
    math(EXPR high "0x${three} >> 6")
    math(EXPR low "0x${three} & 63")
    string(SUBSTRING ${signs} ${high} 1 first)
    string(SUBSTRING ${signs} ${low} 1 second)
    string(APPEND out ${first}${second})
  endforeach()
  string(SUBSTRING ${out} 0 43 out)
  set(${result} "sha256-${out}=" PARENT_SCOPE)
endfunction()

file(READ ${FROM}/page.html shell)
file(READ ${FROM}/page.css style)
set(script "\"use strict\";\n")
foreach(name ${SCRIPTS})
  file(READ ${FROM}/${name}.js part)
  string(APPEND script "${part}")
endforeach()
csp_hash("${style}" style_hash)
csp_hash("${script}" script_hash)

file(WRITE ${INTO} "// Made by embed.cmake from the files of html_page.
#include \"report/html.hpp\"

namespace mizan::report {
const std::string_view kPageShell = R\"page(${shell})page\";
const std::string_view kPageStyle = R\"page(${style})page\";
const std::string_view kPageScript = R\"page(${script})page\";
const std::string_view kPageStyleHash = \"${style_hash}\";
const std::string_view kPageScriptHash = \"${script_hash}\";
}  // namespace mizan::report
")
