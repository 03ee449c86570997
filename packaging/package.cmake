# A Debian package of the program with all that it brings: cmake --build build/release --target package
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME regioscope)
set(CPACK_PACKAGE_VENDOR regioscope)
set(REGIOSCOPE_MAINTAINER "The authors of regioscope <authors@regioscope.example>" CACHE STRING "Who answers for the Debian package")
set(CPACK_PACKAGE_CONTACT "${REGIOSCOPE_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "static reports that compare regions")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/permissions.cmake)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-utils")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "regioscope turns curated datasets, templates and Markdown into a static
website that compares regions. Every number in it can be traced to a
document and a place in it.")
# Debian's own form of what changed, the same bytes every time; what changed really stands in CHANGELOG.md.
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog)
file(WRITE ${changelog} "regioscope (${PROJECT_VERSION}) stable; urgency=medium\n\n  * See CHANGELOG.md in the program's repository.\n\n"
  " -- ${REGIOSCOPE_MAINTAINER}  Thu, 01 Jan 2026 00:00:00 +0000\n")
execute_process(COMMAND gzip -9nf ${changelog} COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${changelog}.gz DESTINATION ${CMAKE_INSTALL_DOCDIR})
include(CPack)
