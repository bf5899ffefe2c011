namespace LanChat.Client.Terminal.Screens;

/// <summary>
/// A part of the screen in cells and rows; the upper left corner of the screen is 0, 0.
/// </summary>
internal readonly record struct Rectangle(int Left, int Top, int Width, int Height)
{
    public bool IsEmpty => Width < 1 || Height < 1;

    public int Bottom => Top + Height;
}
