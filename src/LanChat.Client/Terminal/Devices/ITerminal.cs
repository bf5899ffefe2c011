namespace LanChat.Client.Terminal.Devices;

/// <summary>A screen and a keyboard.</summary>
internal interface ITerminal
{
    /// <summary>Cells in a row, at least 1.</summary>
    int Width { get; }

    /// <summary>Rows, at least 1.</summary>
    int Height { get; }

    /// <summary>From now on, the screen is all this program's, and what happens is told.</summary>
    void Listen(TerminalEvents events);

    /// <summary>Writes all of it at once.</summary>
    void Write(string text);

    /// <summary>Puts the program aside, as Ctrl+Z does: what stood on the terminal before is there until the program goes on.</summary>
    void Suspend();

    /// <summary>What stood on the terminal before is there again; what is written from now on stands below it.</summary>
    void Close();
}
