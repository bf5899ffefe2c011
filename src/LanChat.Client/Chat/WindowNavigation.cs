using LanChat.Client.Views;
using LanChat.Discovery;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>Switches between windows, and shows the lists of windows and rooms.</summary>
/// <param name="windows">The windows.</param>
/// <param name="roomList">The rooms nearby, numbered.</param>
/// <param name="joinPrompt">The join prompt.</param>
/// <param name="output">Shows the lists.</param>
/// <param name="rooms">Are told which of them is shown.</param>
internal sealed class WindowNavigation(
    RoomWindowManager windows, RoomList roomList, JoinPrompt joinPrompt, ChatOutput output, RoomActors rooms)
{
    public void Show()
    {
        output.Tell(new ViewProtocol.ShowWindows(
            [.. windows.Rooms.Select(room => (room.Id, room.Number))], windows.Active?.Id ?? ViewProtocol.JoinPrompt));
        rooms.ShowActive();
        ShowRooms();
    }

    public void ShowRooms()
    {
        roomList.Renumber();
        output.Tell(new ViewProtocol.ShowRooms(roomList.Rooms, windows.Active is null && joinPrompt.NeedsRoom)
        {
            ServerRooms = roomList.ServerRooms,
        });
    }

    public void SetDiscovered(IReadOnlyList<ListedRoom> rooms)
    {
        roomList.SetDiscovered(rooms);
        ShowRooms();
    }

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
        else output.ShowProblem(JoinTexts.NoRoomOfNumber(number));
        Show();
    }

    /// <summary>
    /// Switches to a joined room by number, name or address; false if there is none.
    /// </summary>
    public bool TryGoTo(string room)
    {
        if (roomList.Find(room) is not { } found) return false;
        SwitchTo(found.Number);
        return true;
    }

    /// <summary>Returns from the join prompt to the rooms.</summary>
    public void GoBack()
    {
        windows.GoBack();
        Show();
    }
}
