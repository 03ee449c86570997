# A Debian package of the program with all that it brings: cmake --build build/release --target package
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME regioscope)
set(CPACK_PACKAGE_VENDOR regioscope)
set(CPACK_PACKAGE_CONTACT "The authors of regioscope <regioscope@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
# Whatever umask whoever packs it has.
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "xdg-utils")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "static reports that compare regions
 regioscope turns curated datasets, templates and Markdown into a static
 website that compares regions. Every number in it can be traced to a
 document and a place in it.")
include(CPack)
