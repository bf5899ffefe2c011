using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Goes from window to window, and shows which windows and rooms there are.</summary>
/// <param name="windows">The windows.</param>
/// <param name="directory">The rooms.</param>
/// <param name="destination">Whether a room is still to be chosen.</param>
/// <param name="output">Where they are shown.</param>
internal sealed class WindowNavigation(
    Windows windows, RoomDirectory directory, Destination destination, ChatOutput output)
{
    public void Show()
    {
        output.Tell(new ViewProtocol.ShowWindows(
            [.. windows.Rooms.Select(room => (room.Id, room.Number))], windows.InSight?.Id ?? ViewProtocol.JoinPrompt));
        ShowRooms();
    }

    public void ShowRooms() =>
        output.Tell(new ViewProtocol.ShowRooms(directory.Number(), windows.InSight is null && destination.NeedsRoom));

    public void SwitchTo(int number)
    {
        windows.SwitchTo(number);
        Show();
    }

    public void SwitchBy(int step)
    {
        windows.SwitchBy(step);
        Show();
    }

    public void GoTo(int number)
    {
        if (windows.Has(number)) windows.SwitchTo(number);
        else output.Complain(VisitTexts.NoRoomOfNumber(number));
        Show();
    }

    /// <summary>To a room the user is in, by its number, its name or its address.</summary>
    public bool TryGoTo(string room)
    {
        if (directory.Find(room) is not { } found) return false;
        SwitchTo(found.Number);
        return true;
    }

    /// <summary>From where a room is chosen to the rooms.</summary>
    public void GoBack()
    {
        windows.GoBack();
        Show();
    }
}
