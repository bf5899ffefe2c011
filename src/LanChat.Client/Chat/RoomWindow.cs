using LanChat.Client.Sessions;

namespace LanChat.Client.Chat;

/// <summary>Window of a joined room.</summary>
/// <param name="Id">Id for the view; never reused.</param>
/// <param name="Number">Number for the user, 1 to <see cref="RoomWindowManager.MaxRooms"/>.</param>
/// <param name="Address">The room's address.</param>
internal sealed record RoomWindow(int Id, int Number, RoomAddress Address)
{
    public ServerAddress Server => Address.Server;
}
