namespace LanChat.Client.Console;

/// <summary>A screen and a keyboard.</summary>
internal interface ITerminal
{
    /// <summary>Cells in a row, at least 1.</summary>
    int Width { get; }

    /// <summary>Rows, at least 1.</summary>
    int Height { get; }

    /// <summary>From now on, what is pressed and when the size changes is told, on whichever thread.</summary>
    void Listen(Action<ConsoleKeyInfo> pressed, Action resized);

    /// <summary>Writes all of it at once.</summary>
    void Write(string text);
}
