namespace LanChat.Client.Console;

/// <summary>A screen and a keyboard.</summary>
internal interface ITerminal
{
    /// <summary>Cells in a row, at least 1.</summary>
    int Width { get; }

    /// <summary>Rows, at least 1.</summary>
    int Height { get; }

    /// <summary>
    /// From now on, the screen is all this program's; what is pressed or pasted, when the size changes and, if the terminal knows, whether
    /// it has the focus is told, on whichever thread.
    /// </summary>
    void Listen(Action<ConsoleKeyInfo> pressed, Action<string> pasted, Action resized, Action<bool> focused);

    /// <summary>Writes all of it at once.</summary>
    void Write(string text);

    /// <summary>What stood on the terminal before is there again; what is written from now on stands below it.</summary>
    void Close();
}
