# Writes the manual page and the completions that the built program prints: cmake -DMIZAN=PROGRAM -DINTO=FOLDER -P helpers.cmake
function(keep file)
  execute_process(COMMAND ${MIZAN} ${ARGN} OUTPUT_FILE ${INTO}/${file} RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "mizan ${ARGN}: ${code}")
  endif()
endfunction()

file(MAKE_DIRECTORY ${INTO})
keep(mizan.1 man)
foreach(shell bash zsh fish)
  keep(${shell} completions ${shell})
endforeach()
