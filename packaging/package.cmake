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
include(CPack)
