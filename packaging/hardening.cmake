# The released program makes it hard for whoever finds a fault in it. Builds for development stay as they are: their
# sanitizers and debuggers know better.
set(released "$<CONFIG:Release,RelWithDebInfo,MinSizeRel>")
set(hardening -fPIE -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|i[3-6]86)$")
  list(APPEND hardening -fcf-protection=full)
endif()
add_compile_options("$<${released}:${hardening}>")
add_link_options("$<${released}:-pie;-Wl,-z,relro,-z,now>")
