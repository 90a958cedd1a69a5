"""What stands on a page and is not spoken: menus, small print, forms, praise."""
