package org.dockline.canary;

final class Crooked
{
    private Crooked( ) { }
}
