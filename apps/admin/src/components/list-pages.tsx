import { Pagination } from 'antd';

interface ListPagesProps {
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  onPage(page: number): void;
}

/** The way to the other pages of a list; by itself in a file, because few lists are that long. */
export function ListPages({ total, page, pageSize, onPage }: ListPagesProps) {
  return (
    <Pagination
      size="small"
      current={page}
      pageSize={pageSize}
      total={total}
      showSizeChanger={false}
      onChange={onPage}
    />
  );
}
